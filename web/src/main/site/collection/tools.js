// The tools over the cards: order, what is left out, what is selected.
import { make } from '../app/page.js';
import { bytes, say } from '../app/say.js';
import { filterBytes } from './membership.js';
import { EVERYTHING, LIMITED } from './order.js';

const ORDERS = ['drawn', 'weight', 'logP', 'qed', 'likelihood', 'validity', 'novelty'];
const FORMATS = ['smi', 'csv', 'sdf', 'svg', 'png'];
const PAUSE = 200; // ms without a key before what was typed counts

/**
 * The tools: `element`; `choice`, what was chosen; `show(state)`, which says how many there are. `hands`
 * are `choose(choice)`, `selectShown()`, `selectNone()`, `removeSelected()`, `compare()`, `save(format)`, `cancel()`.
 */
export class Tools {
  choice = EVERYTHING;
  #hands;
  #parts;
  #timer = null;

  constructor(hands) {
    this.#hands = hands;
    const order = make('select', { 'data-do': 'order' },
      ...ORDERS.map((name) => make('option', { value: name, text: say(`collection.order.${name}`) })));
    const direction = button('direction', () => this.#choose({ direction: this.choice.direction === 'down' ? 'up' : 'down' }));
    const text = make('input', {
      'type': 'search', 'data-do': 'text', 'spellcheck': false, 'autocomplete': 'off', 'autocapitalize': 'none', 'maxLength': 200, 'translate': false,
    });
    const valid = make('input', { 'type': 'checkbox', 'data-do': 'valid' });
    const fresh = make('input', { 'type': 'checkbox', 'data-do': 'fresh' });
    const freshWords = make('span', {});
    const limits = LIMITED.flatMap((name) => ['least', 'most'].map((end) => this.#limit(name, end)));
    const everything = button('everything', () => this.reset());
    everything.textContent = say('collection.everything');
    const count = make('p', { class: 'collection-count' });
    const picked = make('p', { class: 'collection-picked' });
    const compare = named('compare', () => hands.compare());
    const none = named('select-none', () => hands.selectNone());
    const remove = named('remove-selected', () => hands.removeSelected());
    const progress = make('p', { 'class': 'hint', 'role': 'status', 'data-role': 'progress' });
    const cancel = named('cancel', () => hands.cancel());
    this.#parts = { order, direction, text, valid, fresh, freshWords, limits, everything, count, picked, compare, none, remove, progress, cancel };
    order.addEventListener('change', () => this.#choose({ order: order.value }));
    text.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#choose({ text: text.value }), PAUSE);
    });
    valid.addEventListener('change', () => this.#choose({ valid: valid.checked }));
    fresh.addEventListener('change', () => this.#choose({ fresh: fresh.checked }));
    this.element = make('div', { 'class': 'collection-tools', 'role': 'group', 'aria-label': say('collection.tools') },
      make('div', { class: 'tools-row' },
        labelled('collection.order', make('span', { class: 'tools-order' }, order, direction), order),
        labelled('collection.text', text, text),
        make('label', { class: 'check' }, valid, say('collection.valid')),
        make('label', { class: 'check' }, fresh, freshWords)),
      make('details', { 'class': 'tools-limits', 'data-do': 'limits' }, make('summary', { text: say('collection.limits') }),
        make('div', { class: 'limits' }, ...LIMITED.map((name, i) => make('fieldset', {},
          make('legend', { text: say(`collection.order.${name}`) }), limits[2 * i].label, limits[2 * i + 1].label)))),
      make('div', { class: 'tools-row' }, count, everything),
      make('div', { class: 'tools-row' }, picked, named('select-shown', () => hands.selectShown()), none, compare, remove),
      make('div', { class: 'tools-row' }, make('p', { text: say('collection.export') }), ...FORMATS.map((format) => {
        const save = button(`export-${format}`, () => hands.save(format));
        save.textContent = say(`collection.export.${format}`);
        return save;
      })),
      make('div', { class: 'tools-row progress-row' }, progress, cancel));
    cancel.hidden = true;
    this.#sync();
  }

  /** Nothing is left out any more, in the order in which all was drawn. */
  reset() {
    this.#choose(EVERYTHING);
  }

  /** Says how many there are, of what is shown and selected. */
  show({ molecules, cards, shown, selected }) {
    const { count, picked, compare, none, remove, everything, freshWords, fresh } = this.#parts;
    count.dataset.molecules = molecules;
    count.dataset.cards = cards;
    count.dataset.shown = shown;
    count.textContent = shown === cards
      ? say('collection.count', { molecules, cards })
      : say('collection.count.some', { molecules, cards, shown });
    picked.dataset.selected = selected;
    picked.textContent = selected === 0 ? say('collection.picked.none') : say('collection.picked', { selected });
    none.disabled = selected === 0;
    remove.disabled = selected === 0;
    compare.disabled = selected < 2 || selected > 6;
    everything.hidden = this.choice === EVERYTHING;
    const size = filterBytes();
    fresh.disabled = size === null;
    freshWords.textContent = size === null ? say('collection.fresh.none') : say('collection.fresh', { bytes: bytes(size) });
  }

  /** How many cards are shown, in words. */
  get words() {
    return this.#parts.count.textContent;
  }

  /** Says what goes on in the background; empty for nothing. `how` is 'going' while it can be cancelled. */
  progress(words, how) {
    this.#parts.progress.textContent = words;
    this.#parts.cancel.hidden = how !== 'going';
  }

  #limit(name, end) {
    const input = make('input', { 'type': 'number', 'step': 'any', 'data-do': `${name}-${end}`, 'aria-label': say(`collection.limit.${end}`, { name: say(`collection.order.${name}`) }) });
    input.addEventListener('change', () => {
      const one = { least: null, most: null, ...this.choice.limits[name], [end]: Number.isFinite(input.valueAsNumber) ? input.valueAsNumber : null };
      const { [name]: before, ...others } = this.choice.limits;
      this.#choose({ limits: one.least === null && one.most === null ? others : { ...others, [name]: one } });
    });
    return { name, end, input, label: make('label', {}, make('span', { 'aria-hidden': 'true', 'text': say(`collection.${end}`) }), input) };
  }

  #choose(changes) {
    const next = { ...this.choice, ...changes };
    const same = Object.keys(EVERYTHING).every((key) => (key === 'limits' ? Object.keys(next.limits).length === 0 : next[key] === EVERYTHING[key]));
    this.choice = same ? EVERYTHING : next;
    this.#sync();
    this.#hands.choose(this.choice);
  }

  #sync() {
    const { order, direction, text, valid, fresh, limits } = this.#parts;
    const { choice } = this;
    order.value = choice.order;
    direction.textContent = choice.direction === 'down' ? '\u2193' : '\u2191';
    direction.setAttribute('aria-label', say(`collection.direction.${choice.direction}`));
    direction.title = say(`collection.direction.${choice.direction}`);
    if (document.activeElement !== text) text.value = choice.text;
    valid.checked = choice.valid;
    fresh.checked = choice.fresh;
    for (const { name, end, input } of limits) {
      const value = choice.limits[name]?.[end] ?? null;
      if (document.activeElement !== input) input.value = value === null ? '' : String(value);
    }
  }
}

function button(action, onClick) {
  const element = make('button', { 'type': 'button', 'class': 'small', 'data-do': action });
  element.addEventListener('click', onClick);
  return element;
}

function named(action, onClick) {
  const element = button(action, onClick);
  element.textContent = say(`collection.do.${action}`);
  return element;
}

function labelled(key, content, control) {
  control.id = `tools-${control.dataset.do}`;
  const label = make('label', { htmlFor: control.id, text: say(key) });
  return make('div', { class: 'tools-field' }, label, content);
}
