// A molecule in SELFIES, to read and to copy.
import { copy } from './copying.js';
import { loadEngine } from '../app/engine.js';
import { make } from '../app/page.js';
import { say } from '../app/say.js';

const VERSION = 2;

/** Fills `body` with the SELFIES of molecule number `n`. */
export async function showSelfies(body, { smiles, n }) {
  const engine = await loadEngine();
  const translator = await engine.selfies();
  const selfies = await translator.encode(smiles, { version: VERSION });
  const text = make('code', { 'class': 'card-selfies', 'translate': 'no', 'tabindex': '-1', 'text': selfies });
  const note = make('p', { class: 'card-note', role: 'status' });
  const button = make('button', {
    'type': 'button',
    'class': 'quiet',
    'data-do': 'copy-selfies',
    'aria-label': say('selfies.copy.name', { n }),
    'text': say('card.copy'),
  });
  button.addEventListener('click', () => copy(text, note));
  body.replaceChildren(text, button, note);
}
