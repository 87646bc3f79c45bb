// Lets one molecule grow on the loom from what is typed, slowly enough to watch.
import { announce, setActivity } from './activity.js';
import { onLoom, showFinished, showGrowing } from './loom.js';
import { at } from './page.js';
import { startRun } from './run.js';
import { say } from './say.js';
import { chosen } from './state.js';
import { watched } from './watching.js';

const FIRST_PACE = 70; // ms per token while somebody watches the first one
const TYPING_PACE = 18;

let finished = null;

/** The finished molecule on the loom with what it came from, or null while it grows. */
export function finishedMolecule() {
  return finished;
}

/** Says which molecule the loom holds finished, or null while it grows. */
export function setFinished(molecule) {
  finished = molecule;
  at('keep').disabled = molecule === null || molecule.smiles === '';
}

/** Grows the molecule; `watch` is 'first' for the opening one, 'typing' while keys come in. */
export async function grow(model, watch) {
  const signal = startRun();
  const { prefix, seed, temperature, validity, topP, topK } = chosen();
  setFinished(null);
  setActivity('growing');
  const before = watch === 'first' ? '' : onLoom();
  if (!before.startsWith(prefix)) showGrowing(prefix, null);
  const pace = watch === 'first' ? FIRST_PACE : TYPING_PACE;
  const settings = { seed, temperature, validity, prefix, topP, topK };
  const options = { count: 1, ...settings, signal };
  for await (const molecule of watched(model, options, pace, (text) => before.startsWith(text))) {
    const facts = await showFinished(molecule);
    if (signal.aborted) return;
    setFinished({ ...molecule, ...settings, facts });
    setActivity('ready');
    if (watch === 'first') announce(say('dream.finished', { n: 1, text: molecule.smiles }));
  }
}
