// What the network weighed at one token of a molecule: bars that follow the temperature, and fork when picked.
import { choiceBar } from '../../app/choice-bar.js';
import { make } from '../../app/page.js';
import { number, percent, say } from '../../app/say.js';
import { texts } from './branch.js';
import { atTemperature, choicesAfter } from './choices-after.js';
import { account } from './molecule-view.js';

const SHOWN = 8;

/** Bars; `look` asks the network what it weighed, `heat` reshapes that to the temperature that `temperature()` tells. */
export function newWeighing(model, temperature, onFork) {
  const drawn = make('p', { class: 'thought-account' });
  const removed = make('p', { class: 'hint' });
  const list = make('ol', { class: 'choices' });
  const rest = make('p', { class: 'hint' });
  const element = make('div', { class: 'weighing' }, drawn, removed, list, rest);
  let choices = [];
  let subject = null;
  let newest = 0;

  function show() {
    const { molecule, at } = subject;
    const before = texts(molecule).slice(0, at);
    const weighed = atTemperature(choices, temperature());
    const shown = weighed.slice(0, SHOWN);
    const mine = weighed.find(({ id }) => id === molecule.tokens[at].id);
    if (mine && !shown.includes(mine)) shown[SHOWN - 1] = mine;
    const held = list.contains(document.activeElement) ? document.activeElement.dataset.token : null;
    list.replaceChildren(...shown.map((choice) => {
      const own = choice === mine;
      const name = (values) => say(own ? 'thinking.fork.drawn' : 'thinking.fork', values);
      const bar = choiceBar(choice, before, { onPick: onFork, name });
      if (own) bar.querySelector('.choice-words').append(' ', make('strong', { text: say('thinking.drawn') }));
      return make('li', { 'data-drawn': own ? 'yes' : 'no' }, bar);
    }));
    if (held !== null) [...list.querySelectorAll('button')].find(({ dataset }) => dataset.token === held)?.focus();
    const others = 1 - shown.reduce((sum, { probability }) => sum + probability, 0);
    rest.textContent = say('next.rest', { percent: percent(Math.max(0, others)) });
  }

  return {
    element,
    async look(molecule, at, prefix, validity) {
      const asked = ++newest;
      const answer = await choicesAfter(model, prefix, validity);
      if (asked !== newest) return;
      choices = answer;
      subject = { molecule, at };
      drawn.textContent = account(molecule, at);
      const { masked } = molecule.tokens[at];
      removed.textContent = masked > 0
        ? say('thinking.removed', { percent: percent(masked), share: number(masked, 4) })
        : say(validity === 'mask' ? 'thinking.removed.none' : 'thinking.unmasked');
      show();
    },
    heat() {
      if (subject !== null) show();
    },
  };
}
