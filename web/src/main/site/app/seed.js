// The seed: shown, settable, checked.
import { at } from './page.js';
import { say } from './say.js';
import { choose, chosen, drawSeed, readSeed } from './state.js';

/** Starts listening to the seed's controls. */
export function listenToSeed() {
  const field = at('seed');
  field.addEventListener('input', () => {
    const seed = readSeed(field.value);
    if (seed !== null) choose({ seed, freshSeed: 'no' });
    judge(seed !== null);
  });
  field.addEventListener('blur', showSeed);
  at('seed-new').addEventListener('click', () => choose({ seed: drawSeed() }));
  at('seed-fresh').addEventListener('change', () => choose({ freshSeed: at('seed-fresh').checked ? 'yes' : 'no' }));
}

/** Shows the chosen seed, in place of anything else in the field. */
export function showSeed() {
  const { seed, freshSeed } = chosen();
  at('seed-fresh').checked = freshSeed === 'yes';
  if (readSeed(at('seed').value) !== seed) at('seed').value = String(seed);
  judge(true);
}

function judge(good) {
  at('seed').toggleAttribute('aria-invalid', !good);
  if (!good) at('seed').setAttribute('aria-invalid', 'true');
  at('seed-hint').textContent = say(good ? 'seed.hint' : 'seed.bad');
}
