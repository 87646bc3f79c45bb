import { Crash } from './errors.js';
import { Losses, keepsFailing, pool } from './pool.js';

/** Molecules that are drawn beyond those read, at most. */
const MOST_AHEAD = 1024;

/** The same while each token is told: somebody watches, one molecule after the other. */
const MOST_AHEAD_GROWING = 16;

/** A worker has this much work waiting besides what it draws: more than a message there and back takes. */
const WAITING_MS = 50;
const LEAST_WAITING = 2;

/** Starting another worker takes about so long: less work than that is not worth it. */
const WORTH_MS = 150;

/**
 * One run over the workers of the pool: hands out indices, a few at a time, and takes molecules
 * back as they finish. What a crashed worker had in hand is handed out again.
 */
export class MoleculeRun {
  #tenant;
  #request;
  #places;
  #growing;
  #hearing;
  #next;
  #end;
  #again = [];
  #ahead = 0;
  #errands = new Map();
  #losses = new Losses();
  #startFailed = false;
  #timer;
  #fail = (error) => this.#finish(() => this.#hearing.failed(error));

  /**
   * @param {{ token: Function, molecule: Function, done: Function, failed: Function }} hearing
   */
  constructor(tenant, request, { first, count, places, growing }, hearing) {
    this.#tenant = tenant;
    this.#request = request;
    this.#places = places;
    this.#growing = growing;
    this.#hearing = hearing;
    this.#next = first;
    this.#end = first + count;
    tenant.open.add(this.#fail);
    try {
      this.#enlist(pool.workerFor(tenant));
      const most = Math.ceil(count / places);
      for (const worker of growing ? [] : pool.spareFor(tenant, [...this.#errands.keys()])) {
        if (this.#errands.size < most) {
          this.#enlist(worker);
        }
      }
      this.#timer = setTimeout(() => this.#grow(), WORTH_MS);
      this.#feed();
    } catch (fault) {
      this.#fail(fault);
    }
  }

  /** The reader has taken a molecule. */
  taken() {
    this.#ahead--;
    if (this.#ahead === (this.#mostAhead() * 3) / 4) {
      this.#feed();
    }
  }

  /** Every worker hears of it before its next token. */
  stop() {
    this.#finish(() => {});
  }

  #mostAhead() {
    return this.#growing ? MOST_AHEAD_GROWING : MOST_AHEAD;
  }

  #left() {
    return this.#end - this.#next + this.#again.length;
  }

  #enlist(worker) {
    this.#errands.set(worker, { worker, told: null, out: new Set(), since: 0, finished: 0 });
  }

  #feed() {
    for (const errand of this.#errands.values()) {
      const indices = this.#take(this.#wanted(errand));
      if (indices.length === 0) {
        continue;
      }
      for (const index of indices) {
        errand.out.add(index);
      }
      if (errand.told === null) {
        this.#open(errand, indices);
      } else {
        errand.told.tell({ tell: 'more', indices });
      }
    }
  }

  #open(errand, indices) {
    const question = { ask: 'sample', request: this.#request, places: this.#places, growing: this.#growing, indices };
    errand.since = performance.now();
    errand.told = errand.worker.question(this.#tenant, question, {
      part: (events) => this.#hear(errand, events),
      done: () => {},
      failed: (fault) => this.#lose(errand, fault),
    });
  }

  /** Enough to keep a worker busy until it is heard again; its fair share towards the end. */
  #wanted(errand) {
    const ms = performance.now() - errand.since;
    const waiting = Math.ceil((errand.finished / ms) * WAITING_MS);
    let all = this.#left();
    for (const { out } of this.#errands.values()) {
      all += out.size;
    }
    const share = Math.ceil(all / this.#errands.size);
    return Math.min(this.#places + Math.max(waiting, LEAST_WAITING), share) - errand.out.size;
  }

  #take(wanted) {
    const indices = this.#again.splice(0, Math.max(wanted, 0));
    const last = Math.min(this.#end, this.#next + this.#mostAhead() - this.#ahead);
    while (indices.length < wanted && this.#next < last) {
      indices.push(this.#next++);
      this.#ahead++;
    }
    return indices;
  }

  #hear(errand, events) {
    for (const { token, molecule } of events) {
      if (token) {
        this.#hearing.token(token);
      } else if (errand.out.delete(molecule.index)) {
        errand.finished++;
        this.#losses.forget(molecule.index);
        this.#hearing.molecule(molecule);
      }
    }
    this.#goOn();
  }

  #goOn() {
    if (!this.#tenant.open.has(this.#fail)) {
      return; // Ended by the one who heard of a molecule.
    }
    const busy = [...this.#errands.values()].some(({ out }) => out.size > 0);
    if (!busy && this.#left() === 0) {
      this.#finish(() => this.#hearing.done());
      return;
    }
    this.#feed();
    if (this.#left() > this.#perMillisecond() * WORTH_MS) {
      this.#grow();
    }
  }

  /** How many molecules all of them draw in a millisecond. */
  #perMillisecond() {
    let rate = 0;
    for (const { since, finished } of this.#errands.values()) {
      rate += finished / (performance.now() - since);
    }
    return rate;
  }

  /** One more worker, if there is one and something to do for it. */
  #grow() {
    if (this.#growing || this.#startFailed || this.#left() === 0) {
      return;
    }
    const worker = pool.anotherFor(this.#tenant, [...this.#errands.keys()]);
    if (worker !== null) {
      this.#enlist(worker);
      this.#feed();
    }
  }

  /** A worker is gone, or says that the run cannot be. */
  #lose(errand, fault) {
    this.#errands.delete(errand.worker);
    if (!(fault instanceof Crash)) {
      this.#fail(fault);
      return;
    }
    for (const index of errand.out) {
      if (!this.#losses.mayTryAgain(index)) {
        this.#fail(keepsFailing(fault));
        return;
      }
      this.#again.push(index);
    }
    this.#startFailed ||= !fault.started;
    if (this.#startFailed && this.#errands.size === 0) {
      this.#fail(fault);
      return;
    }
    try {
      if (!this.#startFailed) {
        this.#enlist(errand.worker);
      }
      this.#goOn();
    } catch (failure) {
      this.#fail(failure);
    }
  }

  #finish(tell) {
    if (!this.#tenant.open.delete(this.#fail)) {
      return;
    }
    clearTimeout(this.#timer);
    for (const { told } of this.#errands.values()) {
      told?.tell({ tell: 'stop' });
      told?.forget();
    }
    this.#errands.clear();
    tell();
  }
}
