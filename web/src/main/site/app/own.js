// What visitors bring: another network, molecules to be judged, a fragment to go on from.
import { listenToDrops } from './dropping.js';
import { at } from './page.js';
import { bytes, knows, learn, say } from './say.js';
import { models as sentences } from '../messages/models.js';

/**
 * Starts listening. `opened()` is the model in use; `use(opened)` takes another one; `finished()` is the molecule
 * on the loom; `write(text)` types; `failed(error)` shows a fault.
 */
export async function startOwn({ opened, use, finished, write, failed }) {
  await learn(sentences);
  at('model-label').textContent = say('models.label');
  const buttons = {
    'models-open': ['models.open', async () => (await import('./models.js')).openModels(opened, use)],
    'score-open': ['score.open', async () => (await import('./scoring.js')).openScoring(opened)],
    'continue-open': ['continue.open', async () => (await import('./continuing.js')).openContinuing(finished, write, opened)],
  };
  for (const [id, [key, open]] of Object.entries(buttons)) {
    at(id).textContent = say(key);
    at(id).hidden = false;
    at(id).addEventListener('click', () => open().catch(failed));
  }
  listenToDrops((file) => {
    import('./models.js').then(({ openFile }) => openFile(file, opened, use)).catch(failed);
  });
  showModel(opened());
}

/** Says which network is in use. */
export function showModel({ model, name, title }) {
  at('continue-open').hidden = model.notation !== 'smiles'; // only a SMILES can be left open at any atom
  const { hiddenSize, layers, cell } = model.architecture;
  at('model-name').textContent = say('models.current', {
    name: titleOf({ name, title }) || model.card.name || name || say('models.nameless'),
    id: model.modelId.slice(0, 8),
    units: layers > 1 ? `${layers} × ${hiddenSize}` : hiddenSize,
    cell: cell.split('-')[0].toUpperCase(),
  });
}

/** What a network is called: a shipped one in the visitor's language, another by its own title, or ''. */
export function titleOf({ name, title }) {
  return knows(`models.name.${name}`) ? say(`models.name.${name}`) : title;
}

/** The size of a download in words. */
export function size(n) {
  return n > 0 ? say('models.download', { bytes: bytes(n) }) : '';
}
