// The molecules collected and the dreams that they came from: what is, without any of the page.

let clock = 0;
const PAGE = Array.from(crypto.getRandomValues(new Uint32Array(2)), (part) => part.toString(36)).join('');

/** A time that no other entry of this page has; later ones are larger. Microseconds, nearly. */
function later() {
  clock = Math.max(clock + 1, Date.now() * 1000);
  return clock;
}

/** Unlike any id of this page and, by chance, of any other. */
function idOf(at) {
  return `${at.toString(36)}-${PAGE}`;
}

/**
 * A group is `{ id, at, kind: 'dream' | 'kept', settings, n, valid, redraws, different }`, its settings
 * `{ seed, temperature, validity, prefix, modelId }` those of the dream. A card is `{ id, at, group, n,
 * smiles, valid, reason, redraws, logProbability, index, settings, facts, times }`, and `{ logP, qed,
 * membership }` once they are known.
 */
export class Store {
  #groups = new Map();
  #cards = new Map(); // by id, in the order of `at`
  #models = new Map();
  #numbered = 0;
  #inGroup = new Map(); // group id -> cards in it

  groups() {
    return [...this.#groups.values()];
  }

  group(id) {
    return this.#groups.get(id);
  }

  /** All cards, the earliest first. */
  cards() {
    return [...this.#cards.values()];
  }

  card(id) {
    return this.#cards.get(id);
  }

  get size() {
    return this.#cards.size;
  }

  /** What is known of a model: `{ id, numericVersion, card }`. */
  model(id) {
    return this.#models.get(id);
  }

  addModel(model) {
    this.#models.set(model.id, model);
    return model;
  }

  forgetModels() {
    this.#models.clear();
  }

  newGroup(kind, settings) {
    const at = later();
    const group = { id: idOf(at), at, kind, settings, n: 0, valid: 0, redraws: 0, different: 0 };
    this.#groups.set(group.id, group);
    return group;
  }

  /** A new card for a molecule with its facts. */
  newCard(group, molecule) {
    const { smiles, valid, reason, redraws, logProbability, index, facts, settings } = molecule;
    const at = later();
    const card = {
      id: idOf(at), at, group: group.id, smiles, valid, reason, redraws, logProbability, index, settings, facts, times: 1,
    };
    this.#put(card);
    return card;
  }

  /** Puts entries in that were here before, or in another page; each in its place. */
  restore({ models = [], groups = [], cards = [] }) {
    models.forEach((model) => this.#models.set(model.id, model));
    groups.forEach((group) => this.#groups.set(group.id, group));
    const last = [...this.#cards.values()].at(-1)?.at ?? 0;
    for (const card of cards) {
      const known = this.#cards.get(card.id);
      if (known) Object.assign(known, card, { n: known.n });
      else this.#put(card);
    }
    if (cards.some(({ at }) => at < last)) {
      this.#cards = new Map([...this.#cards].sort(([, one], [, other]) => one.at - other.at));
    }
  }

  #put(card) {
    card.n ??= ++this.#numbered;
    this.#cards.set(card.id, card);
    this.#inGroup.set(card.group, (this.#inGroup.get(card.group) ?? 0) + 1);
  }

  /** Takes cards away, and groups that have none left; what was taken: `{ groups, cards }`. */
  remove(ids) {
    const cards = [];
    const groups = [];
    for (const id of ids) {
      const card = this.#cards.get(id);
      if (!card) continue;
      this.#cards.delete(id);
      cards.push(card);
      const left = this.#inGroup.get(card.group) - 1;
      this.#inGroup.set(card.group, left);
      if (left > 0) continue;
      const group = this.#groups.get(card.group);
      if (group) groups.push(group);
      this.#groups.delete(card.group);
      this.#inGroup.delete(card.group);
    }
    return { groups, cards };
  }

  /** Whether a group has cards. */
  has(group) {
    return this.#inGroup.has(group.id);
  }
}
