import { MolweaveError } from './errors.js';

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
 *   signal?: AbortSignal }} options
 * @returns {Promise<ArrayBuffer>} a buffer of its own, free to be transferred
 */
export async function modelBytes(source, { onProgress, signal }) {
  signal?.throwIfAborted();
  const given = ownBytes(source, 'a model');
  if (given !== null) {
    return given;
  }
  const address = new URL(source, document.baseURI);
  try {
    return await download(address, onProgress, signal);
  } catch (fault) {
    signal?.throwIfAborted();
    if (fault instanceof TypeError) {
      throw new MolweaveError(
        'model-not-reached', `The model at ${address} could not be fetched. Check the address and the network.`);
    }
    throw fault;
  }
}

async function download(address, onProgress, signal) {
  const response = await fetch(address, { signal });
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
