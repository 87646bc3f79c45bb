import { loadModel } from './molweave/index.js';

/** What `loadModel` says when it is told to use an engine: the id and words of its error, or the engine's name. */
globalThis.opened = async (address, engine) => {
  try {
    (await loadModel(address, { engine })).close();
    return engine;
  } catch (error) {
    return `${error.id}: ${error.message}`;
  }
};
