// The tape of a molecule's tokens, each as surprising as its colour and its bar say. One can be chosen.
import { make } from '../../app/page.js';
import { say } from '../../app/say.js';
import { account, level, sign } from './molecule-view.js';

let tapes = 0;

/** A tape; `show(molecule, at)` fills it, and `onChoose(at)` hears which token is chosen. */
export function newTape(onChoose) {
  const name = `thinking-tape-${++tapes}`;
  const list = make('ol', { class: 'thought-tape' });
  const element = make('fieldset', { class: 'thought-tapes' }, make('legend', { text: say('thinking.tape') }), list);
  return {
    element,
    show(molecule, at) {
      const held = list.contains(document.activeElement);
      list.replaceChildren(...molecule.tokens.map(({ text }, i) => {
        const radio = make('input', { type: 'radio', name, value: String(i), checked: i === at, 'class': 'unseen' });
        radio.setAttribute('aria-label', account(molecule, i));
        radio.addEventListener('change', () => onChoose(i));
        return make('li', {}, make('label', {
          'class': 'thought', 'title': account(molecule, i), 'data-surprise': String(level(molecule.tokens[i])),
        }, radio, make('span', { 'translate': false, 'text': sign(text), 'aria-hidden': 'true' })));
      }));
      if (held) list.querySelector(':checked')?.focus();
    },
  };
}
