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
 * The models that come with the page: `{ models, preferred }`, from models/index.json. Each is
 * `{ name, address, bytes, novelty, title }`; bytes 0 when nobody says. `novelty` is the filter of its
 * training set, `{ address, bytes }`, or null, and `histograms` counts that set's properties.
 */
export async function shippedModels() {
  const address = new URL('index.json', MODELS);
  const answer = await fetch(address).catch(() => null);
  const list = await answer?.json().catch(() => null);
  if (!answer?.ok || !Array.isArray(list?.models)) {
    throw new Problem('problem.manifest', { address: address.pathname });
  }
  if (list.models.length === 0) throw new Problem('problem.noModel');
  const models = list.models.map((entry) => ({
    ...placed(entry),
    name: entry.name ?? entry.file.replace(/\.safetensors$/, ''),
    title: entry.title ?? '',
    novelty: entry.novelty ? placed(entry.novelty) : null,
    histograms: entry.histograms ? placed(entry.histograms) : null,
  }));
  return { models, preferred: models[list.models.findIndex((model) => model.file === list.default)] ?? models[0] };
}

/** The model that a link means by `name`, a shipped one's or a path below the page; null when there is none. */
export function modelNamed(name, models) {
  const shipped = models.find((model) => model.name === name);
  if (shipped !== undefined || !/\/|\.safetensors$/.test(name)) return shipped ?? null;
  return { name, address: new URL(name, document.baseURI), bytes: 0, novelty: null, histograms: null, title: '' };
}

function placed({ file, bytes }) {
  return { address: new URL(file, MODELS), bytes: bytes ?? 0 };
}
