// The tape: a molecule's tokens as woven stitches, one thread colour for each family.
import { newest } from './caption.js';
import { make } from './page.js';
import { strength } from './surprise.js';
import { family, split } from './tokens.js';

const LEVELS = 4; // of surprise, above none

/**
 * Shows the tokens of `text` in the list `tape`, adding and removing at its end only. Of a finished
 * molecule each says how likely it was, one at fault is marked, and `surprised` shows how little the
 * network expected it by size and colour.
 */
export function weaveTape(tape, text, finished, surprised) {
  const tokens = split(text);
  let same = 0;
  while (same < tape.children.length && tape.children[same].textContent === tokens[same]) same++;
  while (tape.children.length > same) tape.lastElementChild.remove();
  tape.append(...tokens.slice(same).map(stitch));
  let start = 0;
  const fault = finished?.reason?.position ?? -1;
  tokens.forEach((token, i) => {
    const step = finished?.tokens[i]?.text === token ? finished.tokens[i] : null;
    const element = tape.children[i];
    element.classList.toggle('fault', start <= fault && fault < start + token.length);
    element.title = step ? newest(tokens.slice(0, i + 1), step) : '';
    if (step && surprised) element.dataset.surprise = Math.round(strength(step) * LEVELS);
    else delete element.dataset.surprise;
    start += token.length;
  });
}

/** A tape of its own, as an ornament: the card's SMILES says the same. */
export function ornament(text) {
  return make('div', { 'class': 'tape', 'aria-hidden': 'true' }, ...split(text).map((token) => {
    return make('span', { class: `stitch ${family(token)}` });
  }));
}

function stitch(token) {
  return make('li', { class: `stitch ${family(token)}` }, make('span', { class: 'unseen', text: token }));
}
