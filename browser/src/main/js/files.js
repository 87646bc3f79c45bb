/** Loads the files beside this one; what cannot be loaded is told in words, with its address. */
import { MolweaveError } from './errors.js';
import { whyRefused } from './worker-start.js';

/** As little as a module can be that needs garbage collection: one type, a structure of one field. */
const SMALLEST_GC = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 95, 1, 120, 0]);

const SCRIPT = /^(text|application)\/(x-)?(java|ecma)script\b/;

/** Whether WebAssembly GC runs here: the browser has it, and the page's policy allows it. */
export function runsWasmGc() {
  try {
    // Some browsers keep to the policy only when a module is to run.
    return new WebAssembly.Instance(new WebAssembly.Module(SMALLEST_GC)) !== null;
  } catch {
    return false;
  }
}

/**
 * A script's module.
 *
 * @param {string} name beside this file
 * @param {() => Promise<object>} load imports it; by a literal, which is how build tools find the file
 * @param {number} patience in ms
 */
export async function script(name, load, patience) {
  const address = new URL(name, import.meta.url);
  try {
    return await within(patience, address, load());
  } catch (fault) {
    throw await reason(address, SCRIPT, fault, patience);
  }
}

/**
 * The exports of Java that was compiled to WebAssembly GC.
 *
 * @param {URL} address of the module
 * @param {{ load: (address: string) => Promise<{ exports: object }> }} runtime that TeaVM wrote for it
 * @param {number} patience in ms
 */
export async function compiled(address, runtime, patience) {
  try {
    return (await within(patience, address, runtime.load(address.href))).exports;
  } catch (fault) {
    throw await reason(address, /^application\/wasm\b/, fault, patience);
  }
}

/**
 * What `loading` resolves to, unless that takes longer than `patience` ms. Loaders do not tell how far they
 * are, so this is the time for a whole file.
 */
export async function within(patience, address, loading) {
  let timer;
  const late = new Promise((_, refuse) => {
    timer = setTimeout(() => refuse(new MolweaveError(
      'file-stalled', `${address} has not come within ${patience / 1000} s. Check the network and load it again.`)), patience);
  });
  try {
    return await Promise.race([loading, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Why a worker never lived: its script could not be loaded, or what `crash` says.
 *
 * @param {string} name of the worker's script
 * @param {number} patience in ms
 */
export async function whyNotStarted(name, crash, patience) {
  const policy = whyRefused();
  if (policy !== null) {
    return policy;
  }
  const found = await reason(new URL(name, import.meta.url), SCRIPT, crash, patience);
  return found.id === 'file-not-run' ? crash : found;
}

/** Why a file could not be loaded: browsers tell a script only that it failed. */
async function reason(address, type, fault, patience) {
  if (fault.id === 'file-stalled') {
    return fault;
  }
  let answer;
  try {
    answer = await within(patience, address, whole(address));
  } catch (failure) {
    if (failure instanceof MolweaveError) {
      return failure;
    }
    const why = navigator.onLine === false ? 'This device is offline.' : `Check the network and that the server runs${ofForeign(address)}.`;
    return new MolweaveError('file-not-reached', `${address} could not be fetched. ${why}`);
  }
  if (!answer.ok) {
    return new MolweaveError(
      'file-missing', `The server answered ${answer.status} for ${address}. Serve the molweave folder complete.`);
  }
  const given = answer.headers.get('content-type') ?? 'none';
  if (given.startsWith('text/html')) {
    return new MolweaveError(
      'file-web-page', `At ${address} there is a web page, not that file. Serve the molweave folder complete.`);
  }
  if (!type.test(given)) {
    return new MolweaveError(
      'file-type', `The server says that ${address} is of the type ${given}. Configure it to say the right one.`);
  }
  return new MolweaveError('file-not-run', `${address} does not run here (${fault.message}).`);
}

/** What is to be checked too where a file is not the page's own: browsers do not tell who refused. */
export function ofForeign(address) {
  return address.origin === globalThis.origin
    ? ''
    : ', that it lets other origins read (Access-Control-Allow-Origin), and that the policy of the page allows it (connect-src)';
}

/** The answer to a request when all of it is there. */
async function whole(address) {
  const answer = await fetch(address);
  await answer.arrayBuffer();
  return answer;
}
