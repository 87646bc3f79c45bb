// Which cards are selected, by mouse and by keyboard.

const STEPS = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 'row', ArrowUp: '-row', Home: 'first', End: 'last' };

/** The selected cards of a list; `changed()` hears of each change. */
export class Picked {
  #ids = new Set();
  #list;
  #changed;
  #last = null; // the card that was selected last: where a range begins

  constructor(list, root, changed) {
    this.#list = list;
    this.#changed = changed;
    root.addEventListener('keydown', (event) => this.#key(event));
  }

  has(id) {
    return this.#ids.has(id);
  }

  get ids() {
    return [...this.#ids];
  }

  get size() {
    return this.#ids.size;
  }

  /** Selects a card or not; with `range` all from the last one to it. */
  pick(id, on, range) {
    const order = this.#list.order;
    const from = range ? order.indexOf(this.#last) : -1;
    const to = order.indexOf(id);
    const ids = from < 0 ? [id] : order.slice(Math.min(from, to), Math.max(from, to) + 1);
    for (const one of ids) this.#set(one, on);
    this.#last = id;
    this.#done();
  }

  /** Selects all of `ids`. */
  add(ids) {
    ids.forEach((id) => this.#ids.add(id));
    this.#done();
  }

  /** Selects none of `ids` any more; without them, none at all. */
  drop(ids = this.ids) {
    for (const id of ids) this.#ids.delete(id);
    this.#done();
  }

  #set(id, on) {
    if (on) this.#ids.add(id);
    else this.#ids.delete(id);
  }

  #done() {
    for (const element of this.#list.elements) {
      const on = this.#ids.has(element.dataset.id);
      element.classList.toggle('picked', on);
      element.querySelector('.card-box').checked = on;
    }
    this.#changed();
  }

  /** On a card's box the arrow keys go to other cards; with Shift they select on the way. */
  #key(event) {
    const box = event.target;
    const step = STEPS[event.key];
    if (!box.classList.contains('card-box') || event.ctrlKey || event.metaKey || event.altKey) return;
    if (step === undefined) return;
    event.preventDefault();
    const order = this.#list.order;
    const here = order.indexOf(box.closest('.card').dataset.id);
    const there = Math.max(0, Math.min(order.length - 1, this.#target(step, here, order.length)));
    if (event.shiftKey) {
      this.#last ??= order[here];
      this.pick(order[there], true, true);
    }
    const element = this.#list.element(order[there]);
    element.querySelector('.card-box').focus({ preventScroll: true });
    element.scrollIntoView({ block: 'nearest' });
  }

  #target(step, here, length) {
    const turn = document.documentElement.dir === 'rtl' ? -1 : 1;
    switch (step) {
      case 'row': return here + this.#list.columns;
      case '-row': return here - this.#list.columns;
      case 'first': return 0;
      case 'last': return length - 1;
      default: return here + turn * step;
    }
  }
}
