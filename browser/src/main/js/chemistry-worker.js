/**
 * The compiled chemistry off the page's thread: answers the questions of connection.js. In WebAssembly it is
 * several times as fast as in JavaScript, which is for browsers and pages that do not run it.
 */
import { MolweaveError } from './errors.js';
import { compiled, runsWasmGc, script } from './files.js';

let opening = null;

async function open(patience) {
  if (runsWasmGc()) {
    try {
      const runtime = await script('./chemistry-wasm-runtime.js', () => import('./chemistry-wasm-runtime.js'), patience);
      return await compiled(new URL('./chemistry-wasm.wasm', import.meta.url), runtime, patience);
    } catch (fault) {
      // Something newer than garbage collection may be missing; what was not even fetched is told.
      if (fault.id !== 'file-not-run') throw fault;
    }
  }
  return script('./chemistry-js.js', () => import('./chemistry-js.js'), patience);
}

onmessage = async ({ data: { number, ask, given, patience } }) => {
  if (patience) {
    opening = open(patience);
    opening.catch(() => {}); // told to whoever asks
    return;
  }
  try {
    const answer = (await opening)[ask](...given);
    postMessage(answer.error ? { number, error: answer.error } : { number, done: answer });
  } catch (fault) {
    const error = fault instanceof MolweaveError
      ? fault.plain()
      : { id: 'chemistry-failed', message: `The chemistry failed on this molecule: ${fault}` };
    postMessage({ number, error });
  }
};

postMessage({ alive: true });
