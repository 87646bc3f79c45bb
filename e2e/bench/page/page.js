/**
 * The page of the bench: one set of workers for each contender, of which only one works at a time. What
 * is done, and in which order, is said from outside by `bench.open`, `bench.call` and `bench.close`.
 */

/** A worker that answers one question at a time. */
class Questioned {
  #worker;
  #waiting = null;

  constructor(script, type) {
    this.#worker = new Worker(script, { type });
    this.#worker.onmessage = ({ data: { error, answer } }) => this.#answer(error, answer);
    this.#worker.onerror = (event) => this.#answer(`${script}: ${event.message}`);
  }

  #answer(error, answer) {
    const { resolve, reject } = this.#waiting;
    this.#waiting = null;
    if (error === undefined) {
      resolve(answer);
    } else {
      reject(new Error(error));
    }
  }

  ask(question, argument) {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#worker.postMessage({ question, argument });
    });
  }

  close() {
    this.#worker.terminate();
  }
}

const contenders = new Map();

/** What several workers did side by side, as if one had done it. */
function together(rounds) {
  const sum = (field) => rounds.reduce((total, round) => total + round[field], 0);
  return {
    tokens: sum('tokens'),
    milliseconds: Math.max(...rounds.map((round) => round.milliseconds)),
    outside: sum('outside') / rounds.length,
  };
}

globalThis.bench = {
  /** `{ isolated }`: without it there are no threads. */
  async about() {
    return { isolated: crossOriginIsolated };
  },

  /** Starts the workers of a contender; resolves to what the first of them says of itself. */
  async open(id, { script, type, workers, ...spec }) {
    const started = Array.from({ length: workers }, () => new Questioned(script, type));
    contenders.set(id, started);
    const said = [];
    for (const worker of started) {
      said.push(await worker.ask('open', spec));
    }
    return said[0];
  },

  /** Asks the first worker. */
  async check(id, argument) {
    return contenders.get(id)[0].ask('check', argument);
  },

  /** Steps for some time with so many streams, shared among the workers. */
  async round(id, { streams, milliseconds }) {
    const workers = contenders.get(id).slice(0, streams);
    return together(await Promise.all(workers.map((worker, at) => {
      const share = Math.floor((streams + at) / workers.length);
      return worker.ask('round', { streams: share, milliseconds });
    })));
  },

  /** Ends its workers. */
  async close(id) {
    contenders.get(id)?.forEach((worker) => worker.close());
    contenders.delete(id);
  },
};
