// The tape: a molecule's tokens as woven stitches, one thread colour for each family.
import { make } from './page.js';
import { family, split } from './tokens.js';

/**
 * Shows the tokens of `text` in the list `tape`, adding and removing at its end only. The token at the
 * character `fault` is marked; -1 marks none.
 */
export function weaveTape(tape, text, fault = -1) {
  const tokens = split(text);
  let same = 0;
  while (same < tape.children.length && tape.children[same].textContent === tokens[same]) same++;
  while (tape.children.length > same) tape.lastElementChild.remove();
  tape.append(...tokens.slice(same).map(stitch));
  let start = 0;
  tokens.forEach((token, i) => {
    tape.children[i].classList.toggle('fault', start <= fault && fault < start + token.length);
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
