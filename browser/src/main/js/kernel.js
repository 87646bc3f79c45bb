import { MolweaveError } from './errors.js';
import { within } from './files.js';

/**
 * The SIMD kernel: compiled once in each worker, with one instance for each model. Where it cannot
 * run the engine does without: the same molecules, later.
 */

/** A function whose result is a v128: the least that needs simd128. */
const NEEDS_SIMD = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 8, 1, 6, 0, 65, 0, 253, 15, 11,
]);

const ADDRESS = new URL('./kernel.wasm', import.meta.url).href;

let compiling = null;

/** Compiles the kernel, so that it is there when a model is. */
export function startKernel(wish, patience) {
  if (wish !== 'scalar') {
    compiling ??= compile(patience);
    compiling.catch(() => {}); // Heard by kernelFor.
  }
}

/**
 * What the next model is to run in: the exports of a fresh instance, or none for the scalar kernel;
 * and what the model says about it.
 *
 * @param {'auto' | 'simd' | 'scalar'} wish
 * @param {number} patience in ms, for the download
 * @returns {Promise<{ exports?: WebAssembly.Exports, told: { kernel: string, kernelReason: string } }>}
 */
export async function kernelFor(wish, patience) {
  if (wish === 'scalar') {
    return { told: { kernel: 'scalar', kernelReason: 'asked for' } };
  }
  try {
    compiling ??= compile(patience);
    const { exports } = new WebAssembly.Instance(await compiling);
    return { exports, told: { kernel: 'simd', kernelReason: '' } };
  } catch (fault) {
    compiling = null; // The next model may be luckier with the download.
    // Also a Content-Security-Policy without 'wasm-unsafe-eval', or something else in the file's place.
    const kernelReason = fault.id === 'file-stalled' ? fault.message : `${ADDRESS}: ${fault.message}`;
    if (wish === 'simd') {
      throw new MolweaveError(
        'kernel-refused', `The SIMD kernel does not run here. ${kernelReason}. Use kernel: 'auto'.`);
    }
    return { told: { kernel: 'scalar', kernelReason } };
  }
}

async function compile(patience) {
  if (typeof WebAssembly !== 'object') {
    throw new Error('this browser has no WebAssembly');
  }
  if (!WebAssembly.validate(NEEDS_SIMD)) {
    throw new Error('this browser has no WebAssembly SIMD');
  }
  return WebAssembly.compile(await within(patience, ADDRESS, download()));
}

async function download() {
  const response = await fetch(ADDRESS);
  if (!response.ok) {
    throw new Error(`the server answers ${response.status}`);
  }
  return response.arrayBuffer();
}
