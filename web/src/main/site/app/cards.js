// The collection: molecules in groups of one dream each, the newest group first.
import { newGroup } from './group.js';
import { at, make } from './page.js';
import { hideUndo, offerUndo } from './undo.js';
import { say } from './say.js';
import { Tally } from './tally.js';

let newest = 0; // the number of the newest card; never used twice
let kept = null;
let onReplay = () => {};

const hands = {
  number: () => ++newest,
  onRemove: remove,
  onEdit: () => {},
};

/** Says what happens when a group is to be dreamed again and a card's molecule goes into the box. */
export function listenToCards(replay, edit) {
  onReplay = replay;
  hands.onEdit = edit;
  at('clear').addEventListener('click', clear);
}

/** Opens a group for one dream; `add(molecule)` makes cards, `show()` puts them onto the page. */
export function startGroup(settings) {
  hideUndo();
  const replay = make('button', { 'type': 'button', 'class': 'quiet', 'data-do': 'replay', 'text': say('group.replay') });
  replay.addEventListener('click', () => onReplay(settings));
  const words = [say('group.dream', { seed: settings.seed, t: settings.temperature }), say(`group.${settings.validity}`)];
  if (settings.prefix !== '') words.push(say('group.prefix', settings));
  const group = newGroup(words.join(', '), [replay], hands);
  const count = make('p', { class: 'hint group-count' });
  group.head.after(count);
  group.element.dataset.seed = settings.seed;
  group.element.dataset.temperature = settings.temperature;
  group.element.dataset.validity = settings.validity;
  const tally = new Tally(settings.validity);
  return {
    add(molecule) {
      group.add(molecule);
      tally.count(molecule);
    },
    show() {
      if (group.different() === 0) return;
      if (!group.element.isConnected) at('groups').prepend(group.element);
      group.show();
      count.textContent = tally.inWords(group.different());
      refresh();
    },
  };
}

/** Puts a molecule from the loom into the group of kept ones. */
export function keep(molecule) {
  hideUndo();
  if (!kept?.element.isConnected) kept = newGroup(say('group.kept'), [], hands);
  at('groups').prepend(kept.element);
  kept.add(molecule);
  kept.show();
  refresh();
}

function remove(element) {
  const group = element.closest('.group');
  const list = element.parentElement;
  const next = element.nextSibling;
  element.remove();
  const emptied = list.children.length === 0;
  const place = group.nextSibling;
  if (emptied) group.remove();
  refresh();
  offerUndo(say('cards.cleared.one'), () => {
    if (emptied) at('groups').insertBefore(group, place?.isConnected ? place : null);
    list.insertBefore(element, next?.parentElement === list ? next : null);
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

function refresh() {
  const any = at('groups').children.length > 0;
  at('clear').hidden = !any;
  at('cards-none').hidden = any;
}
