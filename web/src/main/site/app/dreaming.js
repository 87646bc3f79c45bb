// The Dream button: whole molecules, one after the other, onto the loom and into the cards.
import { announce, setActivity } from './activity.js';
import { startGroup } from './cards.js';
import { setFinished } from './growing.js';
import { readFacts, showFinished } from './loom.js';
import { calm, startRun } from './run.js';
import { say } from './say.js';
import { choose, chosen, drawSeed } from './state.js';
import { watched } from './watching.js';

const WATCHED = 5; // up to so many molecules are shown token by token, and each is announced
const PACE = 16; // ms per token
const LOOM_REST = 400; // ms between two molecules on the loom in a long dream: nothing flashes

/** Dreams as many molecules as are chosen. */
export async function dream(model) {
  const signal = startRun();
  setActivity('dreaming', { done: 0, count: chosen().count }); // before the seed changes: the loom keeps still
  if (chosen().freshSeed === 'yes') choose({ seed: drawSeed() });
  const { prefix, seed, temperature, count } = chosen();
  const group = startGroup({ prefix, seed, temperature });
  const long = count > WATCHED;
  let done = 0;
  let onLoomSince = -LOOM_REST;
  const options = { count, seed, temperature, prefix, signal };
  for await (const molecule of watched(model, options, long ? 0 : PACE)) {
    const onLoom = !long || done + 1 === count
      || (!calm() && performance.now() - onLoomSince >= LOOM_REST);
    const facts = await (onLoom ? showFinished(molecule.smiles) : readFacts(molecule.smiles));
    if (signal.aborted) return;
    const content = { ...molecule, seed, temperature, prefix, facts };
    group.add(content);
    done++;
    if (onLoom) {
      onLoomSince = performance.now();
      setFinished(content);
    }
    setActivity('dreaming', { done, count });
    if (!long) announce(say('dream.finished', { n: done, text: molecule.smiles }));
    else if (done % Math.ceil(count / 10) === 0) announce(say('state.dreaming', { done, count }));
  }
  if (!signal.aborted) setActivity('ready');
}
