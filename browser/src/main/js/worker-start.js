import { MolweaveError } from './errors.js';

/** Scripts of this page that only pass on to one of another origin, by its address. */
const passages = new Map();

let refused = false;

/**
 * Starts a worker whose script lies beside this file. A browser runs scripts of the page's own origin only
 * as workers: for a script of another one, and in a sandbox, which has no origin, the worker's own is a
 * `blob:` of the page that imports it.
 *
 * @param {string} name of the script, beside this file
 * @param {() => Worker} start starts it where it is the page's own; by a literal, which is how build tools find the file
 */
export function startWorker(name, start) {
  const address = new URL(name, import.meta.url);
  if (address.origin === globalThis.origin) {
    return start();
  }
  if (!passages.has(address.href)) {
    passages.set(address.href, URL.createObjectURL(new Blob([passage(address)], { type: 'text/javascript' })));
    listen();
  }
  try {
    return new Worker(passages.get(address.href)); // No module: in a sandbox those from a blob: do not start.
  } catch {
    throw forbidden();
  }
}

/** A script that imports another one and hands on what has been said to it before that was there. */
function passage(address) {
  return `
    const early = [];
    onmessage = (event) => early.push(event);
    import(${JSON.stringify(address.href)}).then(
      () => early.forEach((event) => onmessage(event)),
      (fault) => setTimeout(() => { throw fault; }));`;
}

/** Why a worker never lived, if the page's policy is the reason; else null. */
export function whyRefused() {
  return refused ? forbidden() : null;
}

function listen() {
  globalThis.document?.addEventListener('securitypolicyviolation', ({ blockedURI, effectiveDirective }) => {
    refused ||= blockedURI.startsWith('blob') && /^(worker|child|script|default)-src/.test(effectiveDirective);
  });
}

function forbidden() {
  const origin = new URL(import.meta.url).origin;
  return new MolweaveError(
    'worker-refused', `The policy of this page lets no worker start for a script of ${origin}. Add worker-src blob: to its Content-Security-Policy, or serve the molweave folder from the page's own origin.`);
}
