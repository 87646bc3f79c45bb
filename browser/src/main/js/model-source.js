import { MolweaveError } from './errors.js';
import { ofForeign } from './files.js';

/**
 * A copy of bytes in memory, free to be transferred; null for an address.
 *
 * @param {string} what for the words of the TypeError that anything else is
 */
export function ownBytes(source, what) {
  if (source instanceof ArrayBuffer) {
    return source.slice(0);
  }
  if (ArrayBuffer.isView(source)) {
    return new Uint8Array(source.buffer, source.byteOffset, source.byteLength).slice().buffer;
  }
  if (typeof source !== 'string' && !(source instanceof URL)) {
    throw new TypeError(`${what} is given by its address or by its bytes`);
  }
  return null;
}

/**
 * The bytes of a model, from memory or from an address.
 *
 * @param {string | URL | ArrayBuffer | ArrayBufferView} source
 * @param {{ onProgress?: (progress: { loaded: number, total: number | null }) => void,
 *   signal?: AbortSignal, patience: number }} options `patience` in ms
 * @returns {Promise<ArrayBuffer>} a buffer of its own, free to be transferred
 */
export async function modelBytes(source, { onProgress, signal, patience }) {
  signal?.throwIfAborted();
  const given = ownBytes(source, 'a model');
  if (given !== null) {
    return given;
  }
  const address = new URL(source, document.baseURI);
  const watch = new Watch(address, patience, signal);
  try {
    return await download(address, onProgress, watch);
  } catch (fault) {
    signal?.throwIfAborted();
    watch.throwIfStalled();
    if (fault instanceof TypeError) {
      const why = navigator.onLine === false ? 'This device is offline.' : `Check the address and the network${ofForeign(address)}.`;
      throw new MolweaveError('model-not-reached', `The model at ${address} could not be fetched. ${why}`);
    }
    throw fault;
  } finally {
    watch.end();
  }
}

/** Ends a download that brings nothing for too long, or that nobody wants any more. */
class Watch {
  #controller = new AbortController();
  #onAbort = () => this.#controller.abort(this.#signal.reason);
  #signal;
  #stalled = null;
  #timer;
  #start;

  constructor(address, patience, signal) {
    this.#signal = signal;
    signal?.addEventListener('abort', this.#onAbort);
    this.#start = () => setTimeout(() => {
      this.#stalled = new MolweaveError(
        'model-stalled', `Nothing has come of ${address} for ${patience / 1000} s. Check the network and load it again.`);
      this.#controller.abort(this.#stalled);
    }, patience);
    this.#timer = this.#start();
  }

  get signal() {
    return this.#controller.signal;
  }

  /** Something has come. */
  restart() {
    clearTimeout(this.#timer);
    this.#timer = this.#start();
  }

  throwIfStalled() {
    if (this.#stalled !== null) {
      throw this.#stalled;
    }
  }

  end() {
    clearTimeout(this.#timer);
    this.#signal?.removeEventListener('abort', this.#onAbort);
  }
}

async function download(address, onProgress, watch) {
  const response = await fetch(address, { signal: watch.signal });
  if (!response.ok) {
    throw response.status === 404
      ? new MolweaveError('model-not-found', `There is no model at ${address} (404). Check the address.`)
      : new MolweaveError(
        'model-refused', `The server would not give the model at ${address} (${response.status}).`);
  }
  const type = response.headers.get('content-type') ?? '';
  if (type.startsWith('text/html')) {
    throw new MolweaveError(
      'model-web-page', `At ${address} there is a web page, not a model. Check the address: a server that cannot find a file often answers with a page.`);
  }
  // The length of a compressed answer is that of the compressed bytes: no total for what we count.
  const encoded = response.headers.has('content-encoding');
  const length = Number(response.headers.get('content-length'));
  const total = !encoded && length > 0 ? length : null;
  let loaded = 0;
  const counted = (progress) => {
    watch.restart();
    ({ loaded } = progress);
    onProgress?.(progress);
  };
  try {
    return await readAll(response.body, total, counted);
  } catch (fault) {
    // fetch itself fails when fewer bytes come than the header promised.
    if (loaded === 0 || !(fault instanceof TypeError)) {
      throw fault;
    }
    throw new MolweaveError(
      'model-cut-short', `The connection broke off after ${loaded} bytes of ${address}. Load it again.`);
  }
}

async function readAll(stream, total, onProgress) {
  const chunks = [];
  let loaded = 0;
  onProgress({ loaded, total });
  const reader = stream.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    chunks.push(part.value);
    loaded += part.value.byteLength;
    onProgress({ loaded, total });
  }
  const bytes = new Uint8Array(loaded);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes.buffer;
}
