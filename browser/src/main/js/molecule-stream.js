/** The molecules of one run, as they come from the worker: an async iterator to be read once. */
export class MoleculeStream {
  #connection;
  #number = 0;
  #arrived = [];
  #reader = null;
  #end = null;
  #signal;
  #onAbort = () => this.#stop({ error: this.#signal.reason });

  constructor(connection, request, { onToken, signal }) {
    this.#connection = connection;
    this.#signal = signal;
    if (signal?.aborted) {
      this.#end = { error: signal.reason };
      return;
    }
    signal?.addEventListener('abort', this.#onAbort);
    this.#number = connection.open({ ask: 'sample', request }, {
      part: ({ token, molecule }) => (token ? onToken(token) : this.#arrive(molecule)),
      done: () => this.#finish({}),
      failed: (error) => this.#finish({ error }),
    });
  }

  #arrive(molecule) {
    this.#arrived.push(molecule);
    this.#serve();
  }

  #finish(end) {
    this.#end ??= end;
    this.#signal?.removeEventListener('abort', this.#onAbort);
    this.#serve();
  }

  /** The worker hears of it before its next token; nothing that it still sends is listened to. */
  #stop(end) {
    if (this.#end === null) {
      this.#connection.forget(this.#number);
      this.#connection.tell(this.#number, { tell: 'stop' });
    }
    this.#arrived = [];
    this.#finish(end);
  }

  #serve() {
    if (this.#reader === null) {
      return;
    }
    const { resolve, reject } = this.#reader;
    if (this.#arrived.length > 0) {
      this.#reader = null;
      this.#connection.tell(this.#number, { tell: 'taken' });
      resolve({ value: this.#arrived.shift(), done: false });
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
