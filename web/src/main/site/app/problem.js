// Faults in words. Nothing else than a sentence ever reaches the visitor.
import { at, make } from './page.js';
import { say } from './say.js';

/** A fault that has a sentence of its own. */
export class Problem extends Error {
  constructor(key, values = {}) {
    super(say(key, values));
    this.name = 'Problem';
  }
}

/** Shows a fault: those of the page and of the engine have a sentence, others get one around them. */
export function showProblem(error) {
  const words = make('p', { text: error.message });
  if (error.name === 'MolweaveError') {
    words.lang = 'en'; // the engine's sentences are English on every page, and are to be read out so
  } else if (!(error instanceof Problem)) {
    words.textContent = say('problem.other', { reason: error.message });
  }
  const box = at('problem');
  const close = make('button', { type: 'button', class: 'quiet', text: say('problem.dismiss') });
  close.addEventListener('click', hideProblem);
  box.replaceChildren(words, close);
  box.hidden = false;
}

/** Takes the message away. */
export function hideProblem() {
  at('problem').hidden = true;
  at('problem').replaceChildren();
}
