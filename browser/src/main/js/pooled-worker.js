import { Connection } from './connection.js';
import { requireModuleWorkers } from './module-workers.js';
import { startWorker } from './worker-start.js';

/**
 * A place of the pool. Its worker starts when something is first asked of it, gets a model when it
 * is first asked about it, and is replaced at the next question when it has crashed.
 */
export class PooledWorker {
  #connection = null;
  #loaded = new Set();

  /** Who may ask it. */
  tenants = new Set();

  /** How many questions are open. */
  get busy() {
    return this.#connection?.open ?? 0;
  }

  /** Whether it has the tenant's model already. */
  knows(tenant) {
    return this.#loaded.has(tenant);
  }

  /** Starts the worker and has it fetch the engine, so that it is there when the model is. */
  prepare(runtime) {
    this.#connect(runtime.patience).tell(undefined, { tell: 'prepare', ...runtime });
  }

  /**
   * Asks on behalf of a tenant; fails with a Crash when the worker ends by itself.
   *
   * @returns {{ tell: (message: object) => void, forget: () => void }} about this question
   */
  question(tenant, question, listener) {
    const { number: model, runtime, bytes } = tenant;
    const connection = this.#connect(runtime.patience);
    if (bytes !== null && !this.#loaded.has(tenant)) {
      this.#loaded.add(tenant);
      connection.tell(undefined, { tell: 'load', model, ...runtime, bytes });
    }
    const number = connection.question({ model, ...question }, listener);
    return {
      tell: (message) => connection.tell(number, message),
      forget: () => connection.forget(number),
    };
  }

  /** Lets go of a tenant's model, and of the worker when nobody is left. */
  release(tenant, reason) {
    this.tenants.delete(tenant);
    if (this.tenants.size === 0) {
      this.#connection?.close(reason);
    } else if (this.#loaded.delete(tenant)) {
      this.#connection.tell(undefined, { tell: 'unload', model: tenant.number });
    }
  }

  #connect(patience) {
    if (this.#connection === null) {
      requireModuleWorkers();
      const watch = new AbortController();
      this.#connection = new Connection(
        startWorker('./engine-worker.js', () => new Worker(new URL('./engine-worker.js', import.meta.url), { type: 'module' })), {
          patience,
          onRemark: ({ alive }) => this.#watch(alive, watch.signal),
          onEnd: () => {
            watch.abort();
            this.#connection = null;
            this.#loaded.clear();
          },
        });
    }
    return this.#connection;
  }

  /**
   * A worker that is ended from outside tells nobody; but the lock that it has held since it began
   * falls to the one who waits for it. Where there are no locks it is asked now and then.
   */
  #watch(lock, signal) {
    const connection = this.#connection;
    if (lock === null) {
      connection.keepAsking();
    } else if (lock !== undefined) {
      navigator.locks
        .request(lock, { signal }, () => connection.crash('its worker was ended'))
        .catch(() => {}); // The signal's abort: it was ended here.
    }
  }
}
