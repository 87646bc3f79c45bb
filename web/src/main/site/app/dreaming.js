// The Dream button: whole molecules, one after the other, onto the loom and into the cards.
import { announce, setActivity } from './activity.js';
import { startGroup } from './cards.js';
import { setFinished } from './growing.js';
import { showFinished } from './loom.js';
import { startRun } from './run.js';
import { say } from './say.js';
import { choose, chosen, drawSeed } from './state.js';
import { watched } from './watching.js';

const WATCHED = 5; // up to so many molecules are shown token by token
const PACE = 16; // ms per token

/** Dreams as many molecules as are chosen. */
export async function dream(model) {
  const signal = startRun();
  setActivity('dreaming', { done: 0, count: chosen().count }); // before the seed changes: the loom keeps still
  if (chosen().freshSeed === 'yes') choose({ seed: drawSeed() });
  const { prefix, seed, temperature, count } = chosen();
  const group = startGroup({ prefix, seed, temperature });
  let done = 0;
  const options = { count, seed, temperature, prefix, signal };
  for await (const molecule of watched(model, options, count <= WATCHED ? PACE : 0)) {
    const content = { ...molecule, seed, temperature, prefix };
    content.facts = await showFinished(molecule.smiles);
    if (signal.aborted) return;
    group.add(content);
    setFinished(content);
    done++;
    setActivity('dreaming', { done, count });
    announce(say('dream.finished', { n: done, text: molecule.smiles }));
  }
  if (!signal.aborted) setActivity('ready');
}
