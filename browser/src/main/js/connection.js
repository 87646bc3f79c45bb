import { Crash, MolweaveError } from './errors.js';
import { whyNotStarted } from './files.js';

/**
 * Questions to a worker and their answers. A question has a number; every answer carries it. A
 * question may have many answers (`part`) before its last one (`done` or `error`). What carries no
 * number is a remark of the worker's own; `{ crashed }` is its last.
 */
export class Connection {
  #worker;
  #script;
  #onRemark;
  #onEnd;
  #listeners = new Map();
  #lastNumber = 0;
  #closedBy = null;
  #heard = false;
  #patience;
  #silent = false;
  #timer;

  /**
   * @param {Worker} worker
   * @param {{ patience: number, script?: string, onRemark?: (remark: object) => void, onEnd?: () => void }} hearing
   *   `patience` in ms is how long nothing may be heard of it at first; `script` is the worker's, to be
   *   looked at when it never lives; `onEnd` is called before the open questions fail
   */
  constructor(worker, { patience, script = null, onRemark = () => {}, onEnd = () => {} }) {
    this.#worker = worker;
    this.#script = script;
    this.#onRemark = onRemark;
    this.#onEnd = onEnd;
    this.#patience = patience;
    this.#awaitFirst();
    worker.onmessage = ({ data }) => this.#receive(data);
    worker.onerror = (event) => {
      event.preventDefault();
      this.crash(event.message ?? '');
    };
    worker.onmessageerror = () => this.crash('a message of it could not be read');
  }

  /** How many questions are open. */
  get open() {
    return this.#listeners.size;
  }

  #awaitFirst() {
    const slept = this.#sleep();
    this.#timer = setTimeout(() => (slept() ? this.#awaitFirst() : this.#unheard()), this.#patience);
  }

  /**
   * Whether, when the returned function is called, far more time has gone by than a timer of ours was
   * set to: the page was frozen or the machine asleep, its worker too, and silence means nothing.
   */
  #sleep() {
    const from = performance.now();
    return () => performance.now() - from > 1.5 * this.#patience + 1000;
  }

  #unheard() {
    this.crash(`nothing was heard of it for ${this.#patience / 1000} s`);
  }

  /** Asks the worker now and then whether it lives, for one that would end without a word. */
  keepAsking() {
    const slept = this.#sleep();
    this.#timer = setTimeout(() => {
      if (this.#silent && !slept()) {
        this.#unheard();
        return;
      }
      this.#silent = true;
      this.tell(undefined, { tell: 'ping' });
      this.keepAsking();
    }, this.#patience);
  }

  #receive(data) {
    if (!this.#heard) {
      clearTimeout(this.#timer);
    }
    this.#heard = true;
    this.#silent = false;
    const { number, part, done, error } = data;
    if (number === undefined) {
      if (data.crashed !== undefined) {
        this.crash(data.crashed);
      } else {
        this.#onRemark(data);
      }
      return;
    }
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
  question(question, listener, transfer = []) {
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
  async ask(question, transfer = []) {
    try {
      return await new Promise((done, failed) => {
        this.question(question, { done, failed, part: () => {} }, transfer);
      });
    } catch (fault) {
      const unborn = this.#script !== null && fault instanceof Crash && !fault.started;
      throw unborn ? await whyNotStarted(this.#script, fault, this.#patience) : fault;
    }
  }

  /** Says something about an open question, or about none. */
  tell(number, message) {
    if (this.#closedBy === null) {
      this.#worker.postMessage({ number, ...message });
    }
  }

  /** No longer listens to the answers of a question. */
  forget(number) {
    this.#listeners.delete(number);
  }

  /** The worker is of no use any more, and not by our will. */
  crash(why) {
    this.close(new Crash(why, this.#heard));
  }

  /** Ends the worker; whatever is still open fails with `reason`. */
  close(reason) {
    if (this.#closedBy !== null) {
      return;
    }
    this.#closedBy = reason;
    clearTimeout(this.#timer);
    this.#worker.onmessage = null;
    this.#worker.terminate();
    this.#onEnd();
    const open = [...this.#listeners.values()];
    this.#listeners.clear();
    for (const listener of open) {
      listener.failed(reason);
    }
  }
}
