// Computes in the background what an order, a limit or a histogram needs of all cards, and no longer
// than it is needed.
import { bytes, say } from '../app/say.js';
import { measureAll } from './measuring.js';
import { filterBytes, openFilter } from './membership.js';

const REST = 500; // ms between two changes of the page

/**
 * `cards()` are those there are; `learned(cards)` hears of cards that know more now; `tell(words, how)`
 * says what goes on, how 'going' while it does.
 */
export class Background {
  #hands;
  #controller = null;
  #needs = { properties: false, membership: false };

  constructor(hands) {
    this.#hands = hands;
  }

  /** Says what is needed from now on; what is not needed any more ends. */
  need(needs) {
    const grown = needs.properties > this.#needs.properties || needs.membership > this.#needs.membership;
    this.#needs = needs;
    if (!needs.properties && !needs.membership) this.stop();
    else if (this.#controller === null || grown) this.#start();
  }

  /** Ends what goes on, until something is needed anew. */
  stop() {
    this.#controller?.abort();
    this.#controller = null;
    this.#needs = { properties: false, membership: false };
    this.#hands.tell('', 'done');
  }

  async #start() {
    this.#controller?.abort();
    const controller = new AbortController();
    this.#controller = controller;
    const { signal } = controller;
    try {
      if (this.#needs.membership) {
        this.#hands.tell(say('membership.asking', { bytes: bytes(filterBytes() ?? 0) }), 'going');
        await openFilter();
      }
      if (!signal.aborted) await this.#measure(signal);
      if (!signal.aborted) this.#hands.tell('', 'done');
    } catch (error) {
      if (!signal.aborted) this.#hands.tell(say('membership.failed', { reason: error.message }), 'done');
    } finally {
      if (this.#controller === controller) this.#controller = null;
    }
  }

  async #measure(signal) {
    let learned = [];
    let shownAt = performance.now();
    const flush = () => {
      if (learned.length > 0) this.#hands.learned(learned);
      learned = [];
      shownAt = performance.now();
    };
    await measureAll(this.#hands.cards(), (card, done, total, more) => {
      if (more) learned.push(card);
      if (performance.now() - shownAt < REST) return;
      this.#hands.tell(say('collection.computing', { done, total }), 'going');
      flush();
    }, signal);
    flush();
  }
}
