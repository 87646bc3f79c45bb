const FOLDER = '../models/';

/**
 * Where a model lies.
 *
 * @param {string} name of one that is shipped beside the molweave folder, or an address relative to `base`
 */
export function modelAddress(name, base) {
  if (!/^[\w-]+$/.test(name)) {
    return new URL(name, base).href;
  }
  const file = `${FOLDER}${name}.safetensors`;
  return new URL(file, import.meta.url).href;
}
