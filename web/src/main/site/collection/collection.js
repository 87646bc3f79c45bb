// The collection: what is dreamed or kept by hand, on cards; kept on this machine until it is removed.
import { announce } from '../app/activity.js';
import { at } from '../app/page.js';
import { learn, say } from '../app/say.js';
import { collection } from '../messages/collection.js';
import { Background } from './background.js';
import { cardElement, drawOn, showFigures, showTimes } from './card.js';
import { askToForget, forgetChoices } from './forgetting.js';
import { GroupHeads } from './heads.js';
import { Keeping } from './keeping.js';
import { Histograms } from './histograms.js';
import { CardList } from './list.js';
import { offerMembership } from './membership.js';
import { measure } from './measuring.js';
import { never, soon } from './near.js';
import { compareWithin, forgetCompared } from './nearest.js';
import { needsMembership, needsProperties, passing, sorted } from './order.js';
import { Picked } from './picked.js';
import { Store } from './store.js';
import { count } from './tally.js';
import { Tools } from './tools.js';
import { forgetUndo, listenToUndo, offerUndo } from './undo.js';

await learn(collection);

const SETTLED = 700; // ms after a choice: then it is said how many cards it leaves

const store = new Store();
const openDetails = new Set(); // ids of cards
let model = null; // { id, numericVersion, card } of the model in use
let kept = null; // the group of what was kept by hand on this page
let keptCards = new Map(); // what a molecule is -> its card there
let hands = { replay() {}, edit() {} };
let saying = null;

const list = new CardList(at('groups'), { cardOf, gone: never });
const picked = new Picked(list, at('groups'), showCounts);
const heads = new GroupHeads((settings) => hands.replay(settings));
const keeping = new Keeping({ onOther: fromAnotherTab, onLost: notKept, onRoom: keptAgain });
const background = new Background({
  cards: () => store.cards(),
  learned(cards) {
    cards.forEach(learned);
    refresh();
  },
  tell: (words, how) => tools.progress(words, how),
});
const histograms = new Histograms(() => refresh());
const tools = new Tools({
  choose() {
    refresh();
    clearTimeout(saying);
    saying = setTimeout(() => announce(tools.words), SETTLED);
  },
  selectShown: () => picked.add(list.order),
  selectNone: () => picked.drop(),
  removeSelected: () => remove(picked.ids),
  cancel: () => background.stop(),
  save: async (format) => {
    const ids = picked.size > 0 ? list.order.filter((id) => picked.has(id)) : list.order;
    const { exportCards } = await import('./exporting.js');
    const cards = ids.map((id) => store.card(id));
    await exportCards(format, cards, (id) => store.model(id), (words) => tools.progress(words, 'done'));
  },
  compare: async () => (await import('./compare.js')).compare(picked.ids.map((id) => store.card(id))),
});

/** Makes the collection ready: what was kept before comes back. `replay` and `edit` are the page's. */
export function open(replay, edit) {
  hands = { replay, edit };
  at('collection-tools').append(tools.element, histograms.element);
  at('clear').addEventListener('click', () => remove(store.cards().map(({ id }) => id)));
  at('forget').addEventListener('click', forget);
  at('forget').textContent = say('collection.forget');
  at('forget').hidden = false;
  at('cards-none-pass').textContent = say('collection.none');
  listenToUndo();
  compareWithin(store, goTo);
  refresh();
  keeping.load().then(restore);
}

/** Says which model draws from now on, and what is known of its training set. */
export function useModel({ model: { modelId, numericVersion, card }, novelty, histograms: corpus }) {
  model = { id: modelId, numericVersion, card };
  offerMembership(novelty, modelId);
  histograms.of(corpus);
  showCounts();
}

/** Opens a group for one dream; `add(molecule)` makes cards, `show()` puts them onto the page. */
export function startGroup(given) {
  const group = store.newGroup('dream', settingsOf(given));
  const known = new Map();
  return {
    add(molecule) {
      addTo(group, known, molecule);
      count(group, molecule);
    },
    show() {
      if (group.n === 0) return;
      keeping.put('groups', group);
      refresh();
    },
  };
}

/** Puts a molecule from the loom into the group of kept ones. */
export function keep(molecule) {
  if (!kept || !store.has(kept)) {
    kept = store.newGroup('kept', settingsOf(molecule));
    keptCards = new Map();
  }
  addTo(kept, keptCards, molecule);
  keeping.put('groups', kept);
  refresh();
}

function settingsOf({ seed, temperature, validity, prefix }) {
  if (!store.model(model.id)) keeping.put('models', store.addModel(model));
  return { seed, temperature, validity, prefix, modelId: model.id };
}

/** A new card, or one more on the card that the molecule has, unless that was removed. */
function addTo(group, known, molecule) {
  const what = molecule.facts?.idcode ? `= ${molecule.facts.idcode}` : molecule.smiles;
  const twin = store.card(known.get(what));
  if (twin) {
    twin.times++;
    keeping.put('cards', twin);
    const element = list.made(twin.id);
    if (element) showTimes(element, twin);
    return;
  }
  if (!known.has(what)) group.different++;
  const card = store.newCard(group, { ...molecule, settings: group.kind === 'kept' ? settingsOf(molecule) : group.settings });
  known.set(what, card.id);
  keeping.put('cards', card);
}

function restore(entries) {
  const groups = new Set([...store.groups(), ...entries.groups].map(({ id }) => id));
  store.restore({ ...entries, cards: entries.cards.filter(({ group }) => groups.has(group)) });
  refresh();
}

function fromAnotherTab({ put, removed = [], forgotten }) {
  if (forgotten) {
    forgetHere();
  } else {
    picked.drop(store.remove(removed).cards.map(({ id }) => id));
    restore(put);
  }
}

function remove(ids) {
  const taken = store.remove(ids);
  const { groups, cards } = taken;
  keeping.remove('cards', cards.map(({ id }) => id));
  keeping.remove('groups', groups.map(({ id }) => id));
  const were = picked.ids;
  picked.drop(ids);
  refresh();
  offerUndo(say(cards.length === 1 ? 'cards.cleared.one' : 'cards.cleared', { n: cards.length }), () => {
    store.restore(taken);
    groups.forEach((group) => keeping.put('groups', group));
    cards.forEach((card) => keeping.put('cards', card));
    refresh();
    picked.add(were.filter((id) => ids.includes(id)));
    if (cards.length === 1) goTo(cards[0].id);
    else at('cards-title').focus();
  });
}

async function forget() {
  if (await askToForget()) {
    forgetHere();
    forgetChoices();
    at('kept-words').textContent = say('collection.kept');
    await keeping.forget();
    announce(say('collection.forgotten'));
    at('cards-title').focus();
  } else {
    at('forget').focus();
  }
}

function forgetHere() {
  store.remove(store.cards().map(({ id }) => id));
  store.forgetModels();
  picked.drop();
  openDetails.clear();
  forgetUndo();
  forgetCompared();
  refresh();
}

function notKept(why) {
  at('kept-words').textContent = say(`collection.lost.${why}`);
  announce(say(`collection.lost.${why}`));
}

function keptAgain() {
  at('kept-words').textContent = say('collection.kept');
  announce(say('collection.kept'));
}

/** Shows the cards that are chosen, in the order that is chosen. */
function refresh() {
  const { choice } = tools;
  const cards = store.cards();
  const shown = passing(cards, choice);
  list.show(choice.order === 'drawn' ? byGroup(shown, choice.direction)
    : [{ key: choice.order, head: null, cards: sorted(shown, choice) }]);
  heads.sweep(store.groups());
  at('clear').hidden = cards.length === 0;
  at('cards-none').hidden = cards.length > 0;
  at('collection-tools').hidden = cards.length === 0;
  at('cards-none-pass').hidden = cards.length === 0 || shown.length > 0;
  if (at('kept-words').textContent === '') at('kept-words').textContent = say('collection.kept');
  background.need({ properties: needsProperties(choice) || histograms.open, membership: needsMembership(choice) });
  histograms.show(shown);
  showCounts();
}

function byGroup(cards, direction) {
  const sections = new Map();
  for (const card of cards) {
    if (!sections.has(card.group)) sections.set(card.group, []);
    sections.get(card.group).push(card);
  }
  const sign = direction === 'down' ? -1 : 1;
  return [...sections.keys()]
    .map((id) => store.group(id))
    .sort((one, other) => sign * (one.at - other.at))
    .map((group) => ({ key: group.id, head: heads.of(group), cards: sections.get(group.id) }));
}

function showCounts() {
  const cards = store.cards();
  tools.show({
    molecules: cards.reduce((sum, { times }) => sum + times, 0),
    cards: cards.length,
    shown: list.order.length,
    selected: picked.size,
  });
}

function cardOf(card) {
  const element = cardElement(card, {
    edit: (smiles) => hands.edit(smiles),
    remove: ({ id }) => remove([id]),
    select: (id, on, range) => picked.pick(id, on, range),
  }, { selected: (id) => picked.has(id), opened: openDetails });
  element.classList.toggle('picked', picked.has(card.id));
  soon(element, async () => {
    await drawOn(element, card);
    if (await measure(card)) learned(card);
  });
  return element;
}

/** A card knows more now: it says so and that is kept. */
function learned(card) {
  if (!store.card(card.id)) return;
  const element = list.made(card.id);
  if (element) showFigures(element, card);
  keeping.put('cards', card);
}

/** Goes to a card, wherever it is; what hides it is given up. */
function goTo(id) {
  if (!list.order.includes(id)) tools.reset();
  const element = list.element(id);
  if (!element) return;
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: 'center' });
}
