// The Dream button: whole molecules, one after the other, onto the loom and into the cards.
import { announce, setActivity } from './activity.js';
import { factsOf } from './chemistry.js';
import { collection } from './collecting.js';
import { setFinished } from './growing.js';
import { showFinished } from './loom.js';
import { calm, startRun } from './run.js';
import { say } from './say.js';
import { choose, chosen, drawSeed } from './state.js';
import { watched } from './watching.js';

const WATCHED = 5; // up to so many molecules are shown token by token, and each is announced
const PACE = 16; // ms per token
const REST = 400; // ms between two changes of the page in a longer dream: nothing flashes, nothing stalls

/** Dreams as many molecules as are chosen. */
export async function dream(model) {
  const signal = startRun();
  setActivity('dreaming', { done: 0, count: chosen().count }); // before the seed changes: the loom keeps still
  if (chosen().freshSeed === 'yes') choose({ seed: drawSeed() });
  const { prefix, seed, temperature, validity, topP, topK, count } = chosen();
  const settings = { prefix, seed, temperature, validity, topP, topK };
  const group = (await collection()).startGroup(settings);
  if (signal.aborted) return;
  const long = count > WATCHED;
  let done = 0;
  let shownAt = -REST;
  signal.addEventListener('abort', group.show, { once: true }); // whoever stops sees what is done at once
  try {
    const options = { count, ...settings, signal };
    for await (const molecule of watched(model, options, long ? 0 : PACE)) {
      const last = done + 1 === count;
      const due = !long || last || performance.now() - shownAt >= REST;
      const onLoom = due && !(long && !last && calm());
      const facts = await (onLoom ? showFinished : factsOf)(molecule);
      if (signal.aborted) return;
      const content = { ...molecule, ...settings, facts };
      group.add(content);
      if (onLoom) setFinished(content);
      done++;
      if (!due) continue;
      group.show();
      shownAt = performance.now();
      setActivity('dreaming', { done, count });
      if (!long) announce(say('dream.finished', { n: done, text: molecule.smiles }));
    }
  } finally {
    group.show();
    signal.removeEventListener('abort', group.show);
  }
  if (!signal.aborted) setActivity('ready');
}
