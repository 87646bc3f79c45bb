// The lab's engine and models: the page's own is opened once for everything, `(await opening).model`.
import { opening } from '../app/early.js';
import { loadEngine, shippedModels } from '../app/engine.js';
import { Problem } from '../app/problem.js';

export { onProgress, opening } from '../app/early.js';

/** The shipped model `name`, '' for the page's own: `{ model, name }`. It must write the same tokens. */
export async function modelOf(name) {
  const own = await opening;
  if (name === '') return own;
  const [engine, { models }] = await Promise.all([loadEngine(), shippedModels()]);
  const shipped = models.find((model) => model.name === name);
  if (shipped === undefined) throw new Problem('lab.model.missing', { name });
  const model = await engine.loadModel(shipped.address);
  if (model.vocabulary.join(' ') !== own.model.vocabulary.join(' ')) {
    model.close();
    throw new Problem('lab.model.another', { name });
  }
  return { model, name };
}
