// One molecule's card: picture, count, tape, formula, SMILES, validity in words, tools, details.
import { draw } from './chemistry.js';
import { copy } from './copying.js';
import { details } from './details.js';
import { formula } from './formula.js';
import { whenNear } from './near.js';
import { noteCard } from './nearest.js';
import { make } from './page.js';
import { marked, whyNot } from './reason.js';
import { say } from './say.js';
import { ornament } from './tape.js';

const WIDTH = 240;
const HEIGHT = 160;

/**
 * The card number `n` of a molecule with its facts: `element`, and `again()` for each time that the
 * same molecule comes again. The picture comes when the card is near the window.
 */
export function card(n, molecule, { onRemove, onEdit }) {
  const { smiles, reason, facts } = molecule;
  const picture = make('div', { class: 'card-picture' }, make('span', { class: 'hint', text: say('card.drawing') }));
  const text = make('code', { 'class': 'card-smiles', 'translate': 'no', 'tabindex': '-1' }, ...(reason ? marked(smiles, reason) : [smiles]));
  const note = make('p', { class: 'card-note', role: 'status' });
  const tools = make('div', { class: 'card-tools' },
    tool('copy', n, () => copy(text, note)),
    tool('continue', n, () => onEdit(smiles)),
    tool('remove', n, () => onRemove(element)));
  const element = make('li', {
    'class': 'card',
    'aria-label': say('card.name', { n }),
    'data-smiles': smiles,
    'data-valid': reason ? 'no' : 'yes',
    'data-times': '1',
  }, picture, ornament(smiles), make('div', { class: 'card-words' }, ...composition(facts), text, verdict(molecule)), tools, note,
  ...(facts?.formula ? [details(n, molecule)] : []));
  if (facts?.formula) noteCard(n, smiles, element);
  whenNear(element, () => fill(picture, smiles, facts));
  return { element, again: () => countOn(element) };
}

function countOn(element) {
  const times = Number(element.dataset.times) + 1;
  element.dataset.times = String(times);
  const badge = element.querySelector('.card-times') ?? make('p', { class: 'card-times' });
  badge.replaceChildren(
    make('span', { 'aria-hidden': 'true', 'text': `\u00d7${times}` }),
    make('span', { class: 'unseen', text: say('card.times', { times }) }));
  element.prepend(badge);
}

function composition(facts) {
  if (!facts?.formula) return [];
  return [make('p', { class: 'card-formula' }, make('span', {}, ...formula(facts.formula)),
    make('span', { class: 'card-weight', text: say('card.weight', facts) }))];
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

async function fill(frame, smiles, facts) {
  const drawn = facts?.formula
    ? await draw(smiles, { width: WIDTH, height: HEIGHT, title: say('loom.structure', facts) }).catch(() => null)
    : null;
  const why = facts?.missing ? say('card.noPicture.missing') : say('card.noPicture');
  frame.replaceChildren(drawn ?? make('span', { class: 'hint', text: why }));
}
