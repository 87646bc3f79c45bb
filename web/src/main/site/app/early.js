// Asks for engine, model and chemistry while the rest of the page is still on its way.
import { loadChemistry } from './chemistry.js';
import { loadEngine, shippedModels } from './engine.js';

let latest = null;
let listener = () => {};

/** Hears how far the model is loaded, `(loaded, total)` in bytes; total 0 when nobody knows. */
export function onProgress(listen) {
  listener = listen;
  if (latest !== null) listen(...latest);
}

async function open() {
  // The first picture needs it as soon as there is a token, and it takes longest.
  loadChemistry().catch(() => {}); // told where it is asked for
  const [engine, { preferred }] = await Promise.all([loadEngine(), shippedModels()]);
  const { name, address, bytes, novelty } = preferred;
  const model = await engine.loadModel(address, {
    onProgress: ({ loaded, total }) => {
      latest = [loaded, total ?? bytes];
      listener(...latest);
    },
  });
  return { model, novelty, name };
}

/** The page's model and the filter of its training set: `{ model, novelty, name }`. */
export const opening = open();
opening.catch(() => {}); // told by whoever waits for it
