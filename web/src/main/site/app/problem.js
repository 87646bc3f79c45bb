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
  const inWords = error instanceof Problem || error.name === 'MolweaveError';
  const words = inWords ? error.message : say('problem.other', { reason: error.message });
  const box = at('problem');
  const close = make('button', { type: 'button', class: 'quiet', text: say('problem.dismiss') });
  close.addEventListener('click', hideProblem);
  box.replaceChildren(make('p', { text: words }), close);
  box.hidden = false;
}

/** Takes the message away. */
export function hideProblem() {
  at('problem').hidden = true;
  at('problem').replaceChildren();
}
