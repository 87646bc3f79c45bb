// The models and the chemistry of all elements of a page: each loaded once, freed with its last user.
import { ownChemistry } from '../chemistry.js';
import { loadModel } from '../model.js';

/** For each file of the chemistry, in ms: slow lines need a minute for it. */
const PATIENCE = 120_000;

const models = new Map(); // address -> { users, latest, listeners, controller, loading }
let chemistry = null;
let chemists = 0;

/**
 * Opens a model for one more user.
 *
 * @param {(progress: { loaded: number, total: number | null }) => void} onProgress
 * @returns {{ model: Promise<object>, close: () => void }} closing ends what only this user has asked for
 */
export function openModel(address, onProgress) {
  const shared = models.get(address) ?? load(address);
  shared.users++;
  shared.listeners.add(onProgress);
  if (shared.latest !== null) onProgress(shared.latest);
  let closed = false;
  return {
    model: shared.loading,
    close() {
      if (closed) return;
      closed = true;
      shared.listeners.delete(onProgress);
      if (--shared.users === 0) end(address, shared);
    },
  };
}

function load(address) {
  const controller = new AbortController();
  const shared = { users: 0, latest: null, listeners: new Set(), controller };
  shared.loading = loadModel(address, {
    patience: PATIENCE,
    signal: controller.signal,
    onProgress(progress) {
      shared.latest = progress;
      for (const listener of shared.listeners) listener(progress);
    },
  });
  shared.loading.catch(() => models.get(address) === shared && models.delete(address)); // the next one tries again
  models.set(address, shared);
  return shared;
}

function end(address, shared) {
  if (models.get(address) === shared) models.delete(address);
  shared.controller.abort();
  shared.loading.then((model) => model.close(), () => {});
}

/** Opens the chemistry for one more user: `{ chemistry, close }`. */
export function openChemistry() {
  chemistry ??= ownChemistry({ patience: PATIENCE });
  chemists++;
  let closed = false;
  return {
    chemistry,
    close() {
      if (closed) return;
      closed = true;
      if (--chemists > 0) return;
      chemistry.close();
      chemistry = null;
    },
  };
}
