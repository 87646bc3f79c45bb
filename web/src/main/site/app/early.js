// Asks for engine, model and chemistry while the rest of the page is still on its way.
import { loadChemistry } from './chemistry.js';
import { arrival } from './address.js';
import { loadEngine, modelNamed, shippedModels } from './engine.js';

let latest = null;
let listener = () => {};

/** Hears how far the model is loaded, `(loaded, total)` in bytes; total 0 when nobody knows. */
export function onProgress(listen) {
  listener = listen;
  if (latest !== null) listen(...latest);
}

async function open() {
  // The first picture needs it as soon as there is a token, and it takes longest; so does the first of its drawings.
  loadChemistry().then((chemistry) => chemistry.draw('CO')).catch(() => {}); // told where it is asked for
  const [engine, { models, preferred }] = await Promise.all([loadEngine(), shippedModels()]);
  const load = async ({ name, address, bytes, novelty, histograms }) => {
    const onProgress = ({ loaded, total }) => {
      latest = [loaded, total ?? bytes];
      listener(...latest);
    };
    return { model: await engine.loadModel(address, { onProgress }), novelty, histograms, name, refused: null };
  };
  const wish = arrival.settings.model ?? preferred.name;
  const wished = modelNamed(wish, models);
  try {
    if (wished !== null) return await load(wished);
  } catch (error) {
    if (wished === preferred) throw error;
    return { ...await load(preferred), refused: { value: wish, reason: error.message } };
  }
  return { ...await load(preferred), refused: { value: wish, reason: '' } };
}

/**
 * The page's model and the filter of its training set: `{ model, novelty, histograms, name, refused }`; `refused` is
 * null, or the model that the link names and why it could not be had.
 */
export const opening = open();
opening.catch(() => {}); // told by whoever waits for it
