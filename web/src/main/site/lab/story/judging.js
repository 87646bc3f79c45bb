// What a text is worth: which molecule it is, and whether that one was in the training set.
import { loadChemistry } from '../../app/chemistry.js';
import { Problem } from '../../app/problem.js';

let opening = null;

/** Where the filter of the page's training set is, `{ address, bytes }`, and whose it is; null for none. */
let filterOfPage = null;

/** Says which filter to ask, before anything is judged. */
export function judgeBy(filter, modelId) {
  filterOfPage = filter === null ? null : { ...filter, modelId };
}

/** A name that is the same for all spellings of one molecule; text that cannot be read is its own name. */
export async function nameOf(smiles) {
  const chemistry = await loadChemistry();
  const known = await chemistry.canonical(smiles).catch(() => null);
  return known === null ? smiles : `= ${known.idcode}`;
}

/** Whether a molecule is certainly not in the training set: 'yes', 'no', or 'unread'. */
export async function isNew(smiles) {
  opening ??= open();
  const filter = await opening;
  const answer = await filter.ask(smiles).catch(() => null);
  if (answer === null) return 'unread';
  return answer.verdict === 'not-in-training-set' ? 'yes' : 'no';
}

async function open() {
  if (filterOfPage === null) throw new Problem('lab.filter.none');
  const chemistry = await loadChemistry();
  const filter = await chemistry.novelty(filterOfPage.address);
  if (filter.modelId !== '' && filter.modelId !== filterOfPage.modelId) {
    await filter.close();
    throw new Problem('lab.filter.another');
  }
  return filter;
}
