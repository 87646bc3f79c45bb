import { chemistry, loadModel } from './molweave/index.js';

async function toldOf(trying) {
  try {
    return await trying();
  } catch (error) {
    return `${error.id}: ${error.message}`;
  }
}

/** What comes of loading a model with an engine: its kernel, or the id and words of the error. */
globalThis.opened = (address, engine, patience) => toldOf(async () => {
  const model = await loadModel(address, { engine, patience: patience ?? undefined, workers: 1 });
  model.close();
  return `${model.kernel}: ${model.kernelReason}`;
});

/** What comes of asking the chemistry: the canonical form of `OCC`, or the id and words of the error. */
globalThis.asked = (patience) => toldOf(async () => {
  const chemist = await chemistry({ patience: patience ?? undefined });
  try {
    return (await chemist.canonical('OCC')).smiles;
  } finally {
    chemist.close();
  }
});

/** What comes of loading a model while the browser says that there is no network. */
globalThis.openedOffline = (address) => {
  Object.defineProperty(navigator, 'onLine', { value: false });
  return globalThis.opened(address, 'js', null);
};
