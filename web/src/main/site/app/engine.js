// The door to the engine in ../molweave and to the list of models.
import { Problem } from './problem.js';

const MODELS = new URL('models/', document.baseURI);

/** The engine's module; a missing one is a Problem in words. */
export async function loadEngine() {
  try {
    return await import('../molweave/index.js');
  } catch (error) {
    throw new Problem('problem.engine', { reason: error.message });
  }
}

/**
 * Which model to show: `{ address, bytes, novelty }`, from models/index.json; bytes 0 when nobody says.
 * `novelty` is the filter of its training set, `{ address, bytes }`, or null.
 */
export async function defaultModel() {
  const address = new URL('index.json', MODELS);
  const answer = await fetch(address).catch(() => null);
  const list = await answer?.json().catch(() => null);
  if (!answer?.ok || !Array.isArray(list?.models)) {
    throw new Problem('problem.manifest', { address: address.pathname });
  }
  const entry = list.models.find((model) => model.file === list.default) ?? list.models[0];
  if (!entry) throw new Problem('problem.noModel');
  return { ...placed(entry), novelty: entry.novelty ? placed(entry.novelty) : null };
}

function placed({ file, bytes }) {
  return { address: new URL(file, MODELS), bytes: bytes ?? 0 };
}
