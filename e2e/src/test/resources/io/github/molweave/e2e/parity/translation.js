import { selfies } from './molweave/index.js';

/** Translates each text; of one that cannot be, the id of the error and the place. */
globalThis.translate = async (direction, texts, version) => {
  const translator = await selfies();
  return Promise.all(texts.map((text) => translator[direction](text, { version }).catch(
    (error) => `${error.id} ${error.details.position} ${error.message}`)));
};
