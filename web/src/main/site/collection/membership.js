// Whether a molecule was in the training set: a filter knows, and is fetched at the visitor's word.
import { loadChemistry } from '../app/chemistry.js';
import { make } from '../app/page.js';
import { Problem } from '../app/problem.js';
import { bytes, say } from '../app/say.js';

let offered = null;
let opening = null;
let opened = false;

/** Says where the filter of this model's training set is, `{ address, bytes }`; null where none is shipped. */
export function offerMembership(filter, modelId) {
  if (offered?.modelId !== modelId) {
    opening = null;
    opened = false;
  }
  offered = filter === null ? null : { ...filter, modelId };
}

/** What a filter costs to fetch, in bytes; null where there is none for the model in use. */
export function filterBytes() {
  return offered === null ? null : offered.bytes;
}

/** Fetches the filter, if that has not been done. */
export async function openFilter() {
  if (offered === null) throw new Problem('membership.none');
  opening ??= open();
  opening.catch(() => { opening = null; });
  await opening;
  opened = true;
}

/** Whether the filter of this model is there to be asked at no cost. */
export function hasFilterOf(modelId) {
  return opened && offered.modelId === modelId;
}

/** 'new' or 'known', of the filter that is open. */
export async function membershipOf(smiles) {
  const { verdict } = await (await opening).ask(smiles);
  return verdict === 'not-in-training-set' ? 'new' : 'known';
}

/** Fills `body` with the question about molecule number `n`. */
export async function showMembership(body, { smiles, n }) {
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
  await openFilter();
  const { verdict, rate } = await (await opening).ask(smiles);
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
