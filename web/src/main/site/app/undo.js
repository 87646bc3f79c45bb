// One step back for what was removed; offered until something else happens.
import { at } from './page.js';
import { announce } from './activity.js';
import { say } from './say.js';

let step = null;

/** Starts listening to the Undo button. */
export function listenToUndo() {
  at('undo').addEventListener('click', () => {
    const back = step;
    hideUndo();
    back?.();
    announce(say('cards.back'));
  });
}

/** Offers to take back what `words` say. */
export function offerUndo(words, back) {
  step = back;
  at('undo-words').textContent = words;
  at('undo-line').hidden = false;
  announce(words);
  at('undo').focus();
}

/** Withdraws the offer. */
export function hideUndo() {
  step = null;
  at('undo-line').hidden = true;
}
