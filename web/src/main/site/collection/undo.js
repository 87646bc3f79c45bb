// Steps back for what was removed, the latest first, for as long as the page is open.
import { announce } from '../app/activity.js';
import { at } from '../app/page.js';
import { say } from '../app/say.js';

const MOST = 20;

const steps = [];

/** Starts listening to the Undo button. */
export function listenToUndo() {
  at('undo').addEventListener('click', () => {
    const { back } = steps.pop();
    back();
    show();
    if (steps.length > 0) at('undo').focus();
    announce(say('cards.back'));
  });
}

/** Offers to take back what `words` say. */
export function offerUndo(words, back) {
  steps.push({ words, back });
  if (steps.length > MOST) steps.shift();
  show();
  announce(words);
  at('undo').focus();
}

/** Nothing can be taken back any more. */
export function forgetUndo() {
  steps.length = 0;
  show();
}

function show() {
  at('undo-line').hidden = steps.length === 0;
  at('undo-words').textContent = steps.at(-1)?.words ?? '';
}
