import { MolweaveError } from './errors.js';

/**
 * Questions to a worker and their answers. A question has a number; every answer carries it. A
 * question may have many answers (`part`) before its last one (`done` or `error`).
 */
export class Connection {
  #worker;
  #listeners = new Map();
  #lastNumber = 0;
  #closedBy = null;

  /** @param {Worker} worker */
  constructor(worker) {
    this.#worker = worker;
    worker.onmessage = ({ data }) => this.#receive(data);
    worker.onerror = (event) => {
      event.preventDefault();
      const why = event.message ? `: ${event.message}` : '';
      this.close(new MolweaveError(
        'engine-stopped', `The engine could not start or has stopped${why}. Reload the page.`));
    };
  }

  #receive({ number, part, done, error }) {
    const listener = this.#listeners.get(number);
    if (listener === undefined) {
      return;
    }
    if (part !== undefined) {
      listener.part(part);
      return;
    }
    this.#listeners.delete(number);
    if (error !== undefined) {
      listener.failed(MolweaveError.from(error));
    } else {
      listener.done(done);
    }
  }

  /**
   * Asks; the listener hears `part(value)`, then once `done(value)` or `failed(error)`.
   *
   * @returns {number} the question's number
   */
  open(question, listener, transfer = []) {
    if (this.#closedBy !== null) {
      listener.failed(this.#closedBy);
      return 0;
    }
    const number = ++this.#lastNumber;
    this.#listeners.set(number, listener);
    this.#worker.postMessage({ number, ...question }, transfer);
    return number;
  }

  /** Asks a question with one answer. */
  ask(question, transfer = []) {
    return new Promise((done, failed) => {
      this.open(question, { done, failed, part: () => {} }, transfer);
    });
  }

  /** Says something about an open question. */
  tell(number, message) {
    if (this.#closedBy === null) {
      this.#worker.postMessage({ number, ...message });
    }
  }

  /** No longer listens to the answers of a question. */
  forget(number) {
    this.#listeners.delete(number);
  }

  /** Ends the worker; whatever is still open fails with `reason`. */
  close(reason) {
    if (this.#closedBy !== null) {
      return;
    }
    this.#closedBy = reason;
    this.#worker.terminate();
    for (const listener of this.#listeners.values()) {
      listener.failed(reason);
    }
    this.#listeners.clear();
  }
}
