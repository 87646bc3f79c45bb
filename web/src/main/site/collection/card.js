// One molecule's card: picture, count, tape, formula, SMILES, validity in words, tools, details.
import { draw } from '../app/chemistry.js';
import { formula, weightOf } from '../app/formula.js';
import { make } from '../app/page.js';
import { marked, whyNot } from '../app/reason.js';
import { say } from '../app/say.js';
import { ornament } from '../app/tape.js';
import { copy } from './copying.js';
import { details } from './details.js';
import { figuresOf } from './figures.js';

const WIDTH = 240;
const HEIGHT = 160;

/** The element of a card. `hands` do what its buttons say; `look` says what shows besides the molecule. */
export function cardElement(card, hands, look) {
  const { n, smiles, reason, facts } = card;
  const picture = make('div', { class: 'card-picture' }, make('span', { class: 'hint', text: say('card.drawing') }));
  const text = make('code', { 'class': 'card-smiles', 'translate': 'no', 'tabindex': '-1' }, ...(reason ? marked(smiles, reason) : [smiles]));
  const note = make('p', { class: 'card-note', role: 'status' });
  const element = make('div', {
    'class': 'card',
    'role': 'listitem',
    'aria-label': say('card.name', { n }),
    'data-id': card.id,
    'data-smiles': smiles,
    'data-valid': reason ? 'no' : 'yes',
  }, selector(card, hands, look), picture, ornament(smiles),
  make('div', { class: 'card-words' }, ...composition(facts), text, verdict(card), make('p', { class: 'card-figures' })),
  make('div', { class: 'card-tools' },
    tool('copy', n, () => copy(text, note)),
    tool('continue', n, () => hands.edit(smiles)),
    tool('remove', n, () => hands.remove(card))), note,
  ...(facts?.formula ? [details(card, look)] : []));
  showTimes(element, card);
  showFigures(element, card);
  return element;
}

/** Puts the drawing onto a card. */
export async function drawOn(element, { smiles, facts }) {
  const drawn = facts?.formula
    ? await draw(smiles, { width: WIDTH, height: HEIGHT, title: say('loom.structure', facts) }).catch(() => null)
    : null;
  const why = facts?.missing ? say('card.noPicture.missing') : say('card.noPicture');
  element.querySelector('.card-picture').replaceChildren(drawn ?? make('span', { class: 'hint', text: why }));
}

/** Says what is known of a molecule's figures. */
export function showFigures(element, card) {
  element.querySelector('.card-figures').textContent = figuresOf(card);
}

/** Says on a card how often its molecule came. */
export function showTimes(element, { times }) {
  if (element.dataset.times === String(times)) return;
  element.dataset.times = String(times);
  element.querySelector('.card-times')?.remove();
  if (times === 1) return;
  element.prepend(make('p', { class: 'card-times' },
    make('span', { 'aria-hidden': 'true', 'text': `\u00d7${times}` }),
    make('span', { class: 'unseen', text: say('card.times', { times }) })));
}

function selector({ id, n }, hands, look) {
  const box = make('input', {
    'type': 'checkbox', 'class': 'card-box', 'checked': look.selected(id), 'aria-label': say('collection.select.name', { n }),
  });
  box.addEventListener('click', (event) => hands.select(id, box.checked, event.shiftKey));
  return make('label', { class: 'card-select' }, box);
}

function composition(facts) {
  if (!facts?.formula) return [];
  return [make('p', { class: 'card-formula' }, make('span', {}, ...formula(facts.formula)),
    make('span', { class: 'card-weight', text: weightOf(facts) }))];
}

function verdict({ smiles, reason }) {
  return reason
    ? make('p', { class: 'card-verdict no', text: say('card.invalid', { reason: whyNot(smiles, reason) }) })
    : make('p', { class: 'card-verdict yes', text: say('card.valid') });
}

function tool(action, n, onClick) {
  const button = make('button', {
    'type': 'button',
    'class': 'quiet',
    'data-do': action,
    'aria-label': say(`card.${action}.name`, { n }),
    'text': say(`card.${action}`),
  });
  button.addEventListener('click', onClick);
  return button;
}
