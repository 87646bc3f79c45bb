// A long list of cards of which only those near the window are elements. Cards come in bundles of
// twelve, which fill whole rows of one to four columns; a bundle far away is an empty room of the
// same height, which the keyboard and a screen reader can enter.
import { make } from '../app/page.js';
import { say } from '../app/say.js';

const BUNDLE = 12;
const MARGIN = '600px';
const GUESS = 420; // px: the height of a row before one was seen
const SVG = 'http://www.w3.org/2000/svg';

/** The list below `root`; `cardOf(card)` makes a card's element, `gone(element)` hears of its end. */
export class CardList {
  #root;
  #cardOf;
  #gone;
  #sections = new Map(); // key -> { element, list, bundles }
  #order = []; // the ids of all cards, as they come
  #places = new Map(); // id -> { bundle, place }
  #row = GUESS;
  #columns = 1;
  #width = 0;
  #observer;

  constructor(root, { cardOf, gone }) {
    this.#root = root;
    this.#cardOf = cardOf;
    this.#gone = gone;
    this.#observer = new IntersectionObserver((changes) => {
      for (const { target, isIntersecting } of changes) {
        const bundle = target.bundle;
        bundle.near = isIntersecting;
        if (isIntersecting) this.#fill(bundle);
        else if (!target.contains(document.activeElement)) this.#empty(bundle);
      }
    }, { rootMargin: MARGIN });
    new ResizeObserver(() => this.#resized()).observe(root);
    root.addEventListener('focusin', (event) => this.#entered(event));
  }

  /** The ids of all cards, in their order. */
  get order() {
    return this.#order;
  }

  /** Shows `sections`, each `{ key, head, cards }`; the head, an element, may be null. */
  show(sections) {
    const before = this.#sections;
    this.#sections = new Map();
    this.#order = [];
    this.#places = new Map();
    let past = null;
    for (const { key, head, cards } of sections) {
      const section = before.get(key) ?? this.#newSection(key);
      before.delete(key);
      this.#sections.set(key, section);
      if (section.element.firstChild !== (head ?? section.list)) {
        section.element.replaceChildren(...(head ? [head] : []), section.list);
      }
      this.#bundles(section, cards);
      const place = past ? past.nextSibling : this.#root.firstChild;
      if (place !== section.element) this.#root.insertBefore(section.element, place);
      past = section.element;
    }
    for (const { element, bundles } of before.values()) {
      bundles.forEach((bundle) => this.#drop(bundle));
      element.remove();
    }
  }

  #newSection(key) {
    const list = make('div', { role: 'list' });
    const element = make('section', { 'class': 'group', 'data-key': key }, list);
    return { element, list, bundles: [] };
  }

  #bundles(section, cards) {
    const count = Math.ceil(cards.length / BUNDLE);
    while (section.bundles.length > count) this.#drop(section.bundles.pop());
    for (let i = 0; i < count; i++) {
      let bundle = section.bundles[i];
      if (!bundle) {
        const element = make('div', { class: 'cards', role: 'none' });
        bundle = { element, cards: [], filled: false, near: false, height: 0 };
        element.bundle = bundle;
        section.bundles.push(bundle);
        section.list.append(element);
      }
      const own = cards.slice(i * BUNDLE, (i + 1) * BUNDLE);
      bundle.height = own.length === bundle.cards.length ? bundle.height : 0;
      bundle.cards = own;
      bundle.from = i * BUNDLE;
      bundle.total = cards.length;
      bundle.element.dataset.cards = String(own.length);
      const first = this.#order.length < BUNDLE;
      own.forEach(({ id }) => {
        this.#places.set(id, bundle);
        this.#order.push(id);
      });
      const wanted = bundle.near || first || bundle.element.contains(document.activeElement);
      if (wanted) this.#fill(bundle);
      else this.#empty(bundle);
      this.#observer.observe(bundle.element);
    }
  }

  #drop(bundle) {
    this.#observer.unobserve(bundle.element);
    for (const element of bundle.element.children) this.#gone(element);
    bundle.element.remove();
  }

  /** Makes the elements of its cards, or puts those that it has in order: what has the focus stays. */
  #fill(bundle) {
    const { element, cards } = bundle;
    const before = bundle.filled ? 0 : element.offsetHeight;
    const above = !bundle.filled && element.getBoundingClientRect().bottom < 0;
    const there = new Map();
    for (const child of [...element.children]) {
      if (child.dataset.id && cards.some(({ id }) => id === child.dataset.id)) there.set(child.dataset.id, child);
      else this.#leave(child);
    }
    let place = element.firstChild;
    cards.forEach((card, i) => {
      const child = there.get(card.id) ?? this.#cardOf(card);
      child.setAttribute('aria-posinset', bundle.from + i + 1);
      child.setAttribute('aria-setsize', bundle.total);
      if (child === place) place = place.nextSibling;
      else element.insertBefore(child, place);
    });
    bundle.filled = true;
    if (above && !CSS.supports('overflow-anchor', 'auto')) scrollBy(0, element.offsetHeight - before);
  }

  #leave(child) {
    this.#gone(child);
    child.remove();
  }

  #empty(bundle) {
    const { element, cards, from, total } = bundle;
    if (bundle.filled) this.#measure(bundle);
    const height = Math.round(bundle.height || this.#rows(cards) * this.#row);
    if (!bundle.filled && element.firstChild?.height?.baseVal?.value === height) return;
    bundle.filled = false;
    for (const child of element.children) this.#gone(child);
    const room = document.createElementNS(SVG, 'svg');
    room.setAttribute('width', '1');
    room.setAttribute('height', String(height));
    room.setAttribute('aria-hidden', 'true');
    element.replaceChildren(make('div', {
      'class': 'cards-room',
      'role': 'listitem',
      'tabIndex': 0,
      'aria-posinset': from + 1,
      'aria-setsize': total,
      'aria-label': say('collection.room', { from: from + 1, to: from + cards.length, total }),
    }, room));
  }

  #rows(cards) {
    return Math.ceil(cards.length / this.#columns);
  }

  #measure(bundle) {
    const { element, cards } = bundle;
    this.#columns = getComputedStyle(element).gridTemplateColumns.split(' ').length;
    bundle.height = element.offsetHeight;
    if (bundle.height > 0) this.#row = bundle.height / this.#rows(cards);
  }

  /** Another width has other heights. */
  #resized() {
    const width = this.#root.clientWidth;
    if (width === this.#width) return;
    this.#width = width;
    const all = [...this.#sections.values()].flatMap(({ bundles }) => bundles);
    const seen = all.find(({ filled }) => filled);
    if (seen) this.#measure(seen);
    for (const bundle of all) {
      bundle.height = 0;
      if (!bundle.filled) this.#empty(bundle);
    }
  }

  /** The focus came into an empty room: on to its first card, or from behind to its last. */
  #entered({ target, relatedTarget }) {
    if (!target.classList.contains('cards-room')) return;
    const { bundle } = target.parentElement;
    const back = relatedTarget !== null
      && (target.compareDocumentPosition(relatedTarget) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    this.#fill(bundle);
    const card = back ? bundle.element.lastElementChild : bundle.element.firstElementChild;
    (back ? [...card.querySelectorAll('button, summary')].at(-1) : card.querySelector('input, button'))?.focus();
  }

  /** The element of a card, made if need be; null of a card that is not shown. */
  element(id) {
    const bundle = this.#places.get(id);
    if (!bundle) return null;
    if (!bundle.filled) this.#fill(bundle);
    return this.made(id);
  }

  /** The element of a card if it is near the window. */
  made(id) {
    const bundle = this.#places.get(id);
    return (bundle?.filled && [...bundle.element.children].find((child) => child.dataset.id === id)) || null;
  }

  /** All elements of cards that there are. */
  get elements() {
    return [...this.#root.querySelectorAll('.card')];
  }

  /** How many cards stand side by side. */
  get columns() {
    const first = [...this.#sections.values()][0]?.bundles.find(({ filled }) => filled);
    if (first) this.#measure(first);
    return this.#columns;
  }
}
