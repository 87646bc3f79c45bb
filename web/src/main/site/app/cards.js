// The collection: molecules in groups of one dream each, the newest group first.
import { card } from './card.js';
import { interval } from './honest.js';
import { at, make } from './page.js';
import { hideUndo, offerUndo } from './undo.js';
import { say } from './say.js';

let number = 0; // of the newest card; never used twice
let keptGroup = null;
let onReplay = () => {};
let onEdit = () => {};

/** Says what happens when a group is to be dreamed again and a card's molecule goes into the box. */
export function listenToCards(replay, edit) {
  onReplay = replay;
  onEdit = edit;
  at('clear').addEventListener('click', clear);
}

/** Opens a group for one dream; `add(molecule)` puts cards into it. */
export function startGroup(settings) {
  hideUndo();
  const replay = make('button', { 'type': 'button', 'class': 'quiet', 'data-do': 'replay', 'text': say('group.replay') });
  replay.addEventListener('click', () => onReplay(settings));
  const words = [say('group.dream', { seed: settings.seed, t: settings.temperature })];
  if (settings.prefix !== '') words.push(say('group.prefix', settings));
  const group = groupOf(words.join(', '), replay);
  group.element.querySelector('.group-head').after(make('p', { class: 'hint group-count' }));
  group.element.dataset.seed = settings.seed;
  group.element.dataset.temperature = settings.temperature;
  return group;
}

/** Puts a molecule from the loom into the group of kept ones. */
export function keep(molecule) {
  hideUndo();
  if (!keptGroup?.element.isConnected) keptGroup = groupOf(say('group.kept'));
  at('groups').prepend(keptGroup.element);
  keptGroup.add(molecule);
}

function groupOf(title, ...tools) {
  const list = make('ul', { class: 'cards' });
  const head = make('div', { class: 'group-head' }, make('h3', { text: title }), ...tools);
  const element = make('section', { class: 'group' }, head, list);
  const add = (molecule) => {
    if (!element.isConnected) at('groups').prepend(element);
    list.append(card(++number, molecule, { onRemove, onEdit }));
    recount(element);
    refresh();
  };
  return { element, add };
}

function onRemove(element) {
  const group = element.closest('.group');
  const list = element.parentElement;
  const next = element.nextSibling;
  element.remove();
  recount(group);
  const emptied = list.children.length === 0;
  const place = group.nextSibling;
  if (emptied) group.remove();
  refresh();
  offerUndo(say('cards.cleared.one'), () => {
    if (emptied) at('groups').insertBefore(group, place?.isConnected ? place : null);
    list.insertBefore(element, next?.parentElement === list ? next : null);
    recount(group);
    refresh();
    element.querySelector('[data-do=remove]').focus();
  });
}

function clear() {
  const groups = [...at('groups').children];
  const n = at('groups').querySelectorAll('.card').length;
  at('groups').replaceChildren();
  refresh();
  offerUndo(say(n === 1 ? 'cards.cleared.one' : 'cards.cleared', { n }), () => {
    at('groups').append(...groups);
    refresh();
    at('cards-title').focus();
  });
}

/** Kept molecules are a choice, not a sample: only a dream's group has a count. */
function recount(group) {
  const count = group.querySelector('.group-count');
  if (!count) return;
  const cards = [...group.querySelectorAll('.card')].filter((one) => one.dataset.valid !== 'unchecked');
  const valid = cards.filter((one) => one.dataset.valid === 'yes').length;
  count.textContent = cards.length === 0
    ? ''
    : say('group.count', { valid, n: cards.length, ...interval(valid, cards.length) });
}

function refresh() {
  const any = at('groups').children.length > 0;
  at('clear').hidden = !any;
  at('rule').hidden = !any;
  at('cards-none').hidden = any;
}
