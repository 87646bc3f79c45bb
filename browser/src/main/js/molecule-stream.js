import { MoleculeRun } from './molecule-run.js';

/** Molecules that have come and wait to be read: the earliest come, or none but the one that is due. */
class Arrivals {
  #waiting = new Map();
  #due;

  /** @param {number | null} due the index of the first one; null when the order is of no matter */
  constructor(due) {
    this.#due = due;
  }

  add(molecule) {
    this.#waiting.set(molecule.index, molecule);
  }

  /** The next one, or undefined. */
  take() {
    const index = this.#due ?? this.#waiting.keys().next().value;
    const molecule = this.#waiting.get(index);
    if (molecule !== undefined) {
      this.#waiting.delete(index);
      this.#due = this.#due === null ? null : index + 1;
    }
    return molecule;
  }

  clear() {
    this.#waiting.clear();
  }
}

/** The molecules of one run: an async iterator to be read once. */
export class MoleculeStream {
  #run = null;
  #arrivals;
  #reader = null;
  #end = null;
  #signal;
  #onAbort = () => this.#stop({ error: this.#signal.reason });

  constructor(tenant, request, { onToken, signal, order, ...extent }) {
    this.#arrivals = new Arrivals(order === 'index' ? extent.first : null);
    this.#signal = signal;
    if (signal?.aborted) {
      this.#end = { error: signal.reason };
    } else if (tenant.closedBy !== null) {
      this.#end = { error: tenant.closedBy };
    } else if (extent.count === 0) {
      this.#end = {};
    } else {
      signal?.addEventListener('abort', this.#onAbort);
      this.#run = new MoleculeRun(tenant, request, extent, {
        token: onToken,
        molecule: (molecule) => this.#arrive(molecule),
        done: () => this.#finish({}),
        failed: (error) => this.#finish({ error }),
      });
    }
  }

  #arrive(molecule) {
    this.#arrivals.add(molecule);
    this.#serve();
  }

  #finish(end) {
    this.#end ??= end;
    this.#signal?.removeEventListener('abort', this.#onAbort);
    this.#serve();
  }

  #stop(end) {
    this.#run?.stop();
    this.#arrivals.clear();
    this.#finish(end);
  }

  #serve() {
    if (this.#reader === null) {
      return;
    }
    const { resolve, reject } = this.#reader;
    const molecule = this.#arrivals.take();
    if (molecule !== undefined) {
      this.#reader = null;
      this.#run.taken();
      resolve({ value: molecule, done: false });
    } else if (this.#end !== null) {
      this.#reader = null;
      const { error } = this.#end;
      this.#end = {};
      if (error === undefined) {
        resolve({ value: undefined, done: true });
      } else {
        reject(error);
      }
    }
  }

  async next() {
    if (this.#reader !== null) {
      throw new Error('the molecules of one run are read one after the other');
    }
    return new Promise((resolve, reject) => {
      this.#reader = { resolve, reject };
      this.#serve();
    });
  }

  /** Called when a `for await` is left early: the run stops. */
  async return(value) {
    this.#stop({});
    return { value, done: true };
  }

  [Symbol.asyncIterator]() {
    return this;
  }
}
