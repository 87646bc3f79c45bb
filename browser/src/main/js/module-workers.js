import { MolweaveError } from './errors.js';

let known = false;

/**
 * Throws where workers cannot be modules. A browser that knows the option `type` reads it before it
 * does anything else, and is stopped there.
 */
export function requireModuleWorkers() {
  if (known) {
    return;
  }
  const seen = new Error('the option was read');
  try {
    new Worker(import.meta.url, { get type() { throw seen; } }).terminate();
  } catch (fault) {
    if (fault === seen) {
      known = true;
      return;
    }
  }
  throw new MolweaveError(
    'module-workers-missing',
    'This browser cannot run workers that are modules, which the engine needs. Update the browser or use another one.');
}
