import { Crash, MolweaveError } from './errors.js';
import { whyNotStarted } from './files.js';
import { PooledWorker } from './pooled-worker.js';

/** How often the same question or molecule may be lost to a crash. */
const MOST_CRASHES = 3;

/** What is said when a crash was one too many. */
export function keepsFailing(crash) {
  const why = crash.why === '' ? '' : `: ${crash.why}`;
  return new MolweaveError(
    'engine-keeps-failing',
    `The engine failed ${MOST_CRASHES + 1} times in a row at the same place${why}. Reload the page; if it fails again, try another model or browser.`);
}

/** Counts how often each question or molecule was lost. */
export class Losses {
  #counts = new Map();

  /** Whether it may be asked once more. */
  mayTryAgain(what) {
    const count = (this.#counts.get(what) ?? 0) + 1;
    this.#counts.set(what, count);
    return count <= MOST_CRASHES;
  }

  /** It has been answered. */
  forget(what) {
    this.#counts.delete(what);
  }
}

/** Who asks the pool: a model, or the translator, which has no model. */
class Tenant {
  bytes = null;
  workers = new Set();
  open = new Set();
  closedBy = null;

  constructor(number, runtime, most) {
    this.number = number;
    this.runtime = runtime;
    this.most = most;
  }
}

/**
 * The workers of the page, shared by everything on it that draws. There are at most as many as the
 * tenant wants who wants most; each starts when there is work for it.
 */
class Pool {
  #workers = [];
  #tenants = new Set();
  #lastNumber = 0;

  /**
   * Lets somebody in who wants at most `workers` workers; one of them starts now.
   *
   * @param {{ engine: string, kernel?: string, patience: number }} runtime engine 'none' for who translates only
   */
  enter(runtime, workers) {
    const tenant = new Tenant(++this.#lastNumber, runtime, workers);
    this.#tenants.add(tenant);
    this.workerFor(tenant).prepare(runtime);
    return tenant;
  }

  /** Ends what a tenant has open, with `reason`, and the workers that nobody needs any more. */
  leave(tenant, reason) {
    if (tenant.closedBy !== null) {
      return;
    }
    tenant.closedBy = reason;
    this.#tenants.delete(tenant);
    for (const fail of [...tenant.open]) {
      fail(reason);
    }
    for (const worker of tenant.workers) {
      worker.release(tenant, reason);
    }
    this.#workers = this.#workers.filter((worker) => worker.tenants.size > 0);
  }

  /** Asks a question with one answer, again if a worker is lost over it. */
  async ask(tenant, question) {
    const losses = new Losses();
    for (;;) {
      try {
        return await this.#askOnce(tenant, question);
      } catch (fault) {
        if (!(fault instanceof Crash)) {
          throw fault;
        }
        if (!fault.started) {
          throw await whyNotStarted('./engine-worker.js', fault, tenant.runtime.patience);
        }
        if (!losses.mayTryAgain(question)) {
          throw keepsFailing(fault);
        }
      }
    }
  }

  #askOnce(tenant, question) {
    return new Promise((done, failed) => {
      if (tenant.closedBy !== null) {
        throw tenant.closedBy;
      }
      tenant.open.add(failed);
      const ended = (tell) => (value) => {
        tenant.open.delete(failed);
        tell(value);
      };
      this.workerFor(tenant)
        .question(tenant, question, { part: () => {}, done: ended(done), failed: ended(failed) });
    });
  }

  /** The least busy worker of a tenant. */
  workerFor(tenant) {
    return leastBusy(tenant.workers) ?? this.anotherFor(tenant, []);
  }

  /** Workers that have the tenant's model and nothing to do, besides those in `taken`. */
  spareFor(tenant, taken) {
    return [...tenant.workers].filter(
      (worker) => !taken.includes(worker) && worker.knows(tenant) && worker.busy === 0);
  }

  /** One more worker for a tenant who has those in `taken` at work, or null when that is all. */
  anotherFor(tenant, taken) {
    const own = leastBusy([...tenant.workers].filter((worker) => !taken.includes(worker)));
    if (own !== null || tenant.workers.size >= tenant.most) {
      return own;
    }
    const foreign = leastBusy(this.#workers.filter((worker) => !tenant.workers.has(worker)));
    const most = Math.max(...[...this.#tenants].map((each) => each.most));
    const full = this.#workers.length >= most;
    const worker = foreign !== null && (full || foreign.busy === 0) ? foreign : new PooledWorker();
    if (worker !== foreign) {
      this.#workers.push(worker);
    }
    worker.tenants.add(tenant);
    tenant.workers.add(worker);
    return worker;
  }
}

function leastBusy(workers) {
  let least = null;
  for (const worker of workers) {
    if (least === null || worker.busy < least.busy) {
      least = worker;
    }
  }
  return least;
}

/** One for the page. */
export const pool = new Pool();
