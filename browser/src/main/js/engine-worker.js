/**
 * The engine off the page's thread: answers the questions of connection.js. While it draws, it
 * listens every millisecond between two tokens, so that a stop costs at most the token in hand.
 */

const LISTEN_EVERY = 1;
const MOST_AHEAD = 64;

let engine;
const jobs = new Map();

async function openEngine(kind) {
  if (kind !== 'wasm') {
    return import('./engine-js.js');
  }
  const { load } = await import('./engine-wasm-runtime.js');
  return (await load(new URL('./engine-wasm.wasm', import.meta.url).href)).exports;
}

/** Lets waiting messages in. setTimeout would take milliseconds each time. */
const listen = (() => {
  const { port1, port2 } = new MessageChannel();
  const waiting = [];
  port1.onmessage = () => waiting.shift()();
  return () => new Promise((resolve) => {
    waiting.push(resolve);
    port2.postMessage(null);
  });
})();

const questions = {
  async load({ engine: kind, bytes }) {
    engine = await openEngine(kind);
    return engine.load(new Int8Array(bytes));
  },
  next: ({ request: r }) => engine.next(r.prefix, r.temperature, r.topK, r.topP, r.validity),
  score: ({ request }) => engine.score(request),
  typed: ({ request }) => engine.typed(request),
  toSelfies: async ({ request: r }) => (await anyEngine()).toSelfies(r.text, r.version),
  fromSelfies: async ({ request: r }) => (await anyEngine()).fromSelfies(r.text, r.version),
  sample,
};

/** The engine of the model, or one without a model. */
async function anyEngine() {
  engine ??= await openEngine('js');
  return engine;
}

async function sample({ number, request: r }) {
  const opened = engine.openRun(
    r.seed, r.temperature, r.topK, r.topP, r.prefix, r.maxLength, r.validity, r.attempts, r.detail);
  if (opened.error) {
    return opened;
  }
  const job = { stopped: false, ahead: 0, wake: () => {}, listened: performance.now() };
  jobs.set(number, job);
  try {
    for (let index = r.first; index < r.first + r.count && !job.stopped; index++) {
      const molecule = await draw(number, job, opened.run, index, r.growing);
      if (molecule === null || molecule.error) {
        return molecule;
      }
      job.ahead++;
      postMessage({ number, part: { molecule } });
      while (job.ahead >= MOST_AHEAD && !job.stopped) {
        await new Promise((resolve) => { job.wake = resolve; });
      }
    }
    return null;
  } finally {
    jobs.delete(number);
    engine.closeRun(opened.run);
  }
}

/** One molecule, or null when the job was stopped meanwhile. */
async function draw(number, job, run, index, growing) {
  engine.begin(run, index);
  while (engine.advance(run)) {
    if (growing) {
      postMessage({ number, part: { token: { index, smiles: engine.smiles(run) } } });
    }
    if (performance.now() - job.listened >= LISTEN_EVERY) {
      await listen();
      if (job.stopped) {
        return null;
      }
      job.listened = performance.now();
    }
  }
  return engine.finish(run);
}

const remarks = {
  stop(job) {
    job.stopped = true;
    job.wake();
  },
  taken(job) {
    job.ahead--;
    job.wake();
  },
};

onmessage = async ({ data }) => {
  const { number } = data;
  if (data.tell) {
    const job = jobs.get(number);
    if (job) {
      remarks[data.tell](job);
    }
    return;
  }
  try {
    const answer = await questions[data.ask](data);
    postMessage(answer?.error ? { number, error: answer.error } : { number, done: answer });
  } catch (fault) {
    const error = { id: 'engine-failed', message: `The engine failed: ${fault}. Reload the page.` };
    postMessage({ number, error });
  }
};
