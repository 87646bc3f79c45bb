// Whether a molecule was in the training set: a filter knows, and is fetched at the visitor's word.
import { loadChemistry } from './chemistry.js';
import { make } from './page.js';
import { Problem } from './problem.js';
import { bytes, say } from './say.js';

let offered = null;
let opening = null;

/** Says where the filter of this model's training set is, `{ address, bytes }`; null where none is shipped. */
export function offerMembership(filter, modelId) {
  offered = filter === null ? null : { ...filter, modelId };
}

/** Fills `body` with the question about molecule number `n`. */
export async function showMembership(body, { smiles }, n) {
  if (offered === null) {
    body.replaceChildren(make('p', { class: 'hint', text: say('membership.none') }));
    return;
  }
  const note = make('p', { class: 'card-note', role: 'status' });
  const button = make('button', {
    'type': 'button',
    'data-do': 'membership',
    'aria-label': say('membership.ask.name', { n }),
    'text': say('membership.ask'),
  });
  const size = say('membership.size', { bytes: bytes(offered.bytes) });
  button.addEventListener('click', async () => {
    note.textContent = say('membership.asking', { bytes: bytes(offered.bytes) });
    note.textContent = await answer(smiles).catch((error) => say('membership.failed', { reason: error.message }));
  });
  body.replaceChildren(button, make('p', { class: 'hint', text: size }), note);
}

async function answer(smiles) {
  opening ??= open();
  opening.catch(() => { opening = null; });
  const filter = await opening;
  const { verdict, rate } = await filter.ask(smiles);
  return verdict === 'not-in-training-set'
    ? say('membership.not')
    : say('membership.probably', { rate: (100 * rate).toPrecision(2) });
}

async function open() {
  const chemistry = await loadChemistry();
  const filter = await chemistry.novelty(offered.address);
  if (filter.modelId !== '' && filter.modelId !== offered.modelId) {
    await filter.close();
    throw new Problem('membership.another');
  }
  return filter;
}
