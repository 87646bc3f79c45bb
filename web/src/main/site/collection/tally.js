// What the molecules of one dream say together about the network, and what they do not.
import { interval } from '../app/honest.js';
import { percent, say } from '../app/say.js';

/** Counts a molecule in its group. */
export function count(group, { valid, redraws }) {
  group.n++;
  group.redraws += redraws;
  if (valid) group.valid++;
}

/** What is said of a dream's group. */
export function inWords({ n, valid, redraws, different, settings: { validity } }) {
  if (n === 0) return '';
  const drawn = n + redraws;
  const words = [say(`group.count.${validity}`, {
    n, valid, different, redraws, share: percent(valid / drawn), ...interval(valid, drawn),
  })];
  const failed = n - valid;
  if (validity === 'reject' && failed > 0) words.push(say('group.count.failed', { failed }));
  return words.join(' ');
}
