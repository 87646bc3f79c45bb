/**
 * The engine off the page's thread: answers the questions of connection.js. While it draws, it
 * listens every millisecond between two tokens, so that a stop costs at most the token in hand.
 */
import { MolweaveError } from './errors.js';
import { kernelFor } from './kernel.js';

const LISTEN_EVERY = 1;
const MOST_AHEAD = 64;

/** Molecules that grow side by side: more would not be faster and would end later. */
const PLACES = 16;

let engine;
const jobs = new Map();

async function openEngine(kind) {
  if (kind !== 'wasm') {
    return import('./engine-js.js');
  }
  const { load } = await import('./engine-wasm-runtime.js');
  try {
    return (await load(new URL('./engine-wasm.wasm', import.meta.url).href)).exports;
  } catch (fault) {
    throw new MolweaveError(
      'engine-wasm-refused', `The engine does not run as WebAssembly here (${fault.message}). Use engine: 'js' or 'auto'.`);
  }
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
  async load({ engine: kind, kernel: wish, bytes }) {
    const [opened, kernel] = await Promise.all([openEngine(kind), kernelFor(wish)]);
    engine = opened;
    if (kernel.exports) {
      engine.useKernel(kernel.exports);
    }
    return Object.assign(engine.load(new Int8Array(bytes)), kernel.told);
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
  // A visitor who watches sees one molecule at a time.
  const places = r.growing ? 1 : PLACES;
  const opened = engine.openRun(
    r.seed, r.temperature, r.topK, r.topP, r.prefix, r.maxLength, r.validity, r.attempts, r.detail, places);
  if (opened.error) {
    return opened;
  }
  const job = { number, run: opened.run, places, next: r.first, end: r.first + r.count, growing: r.growing };
  Object.assign(job, { stopped: false, ahead: 0, wake: () => {}, listened: performance.now() });
  jobs.set(number, job);
  try {
    return await draw(job);
  } finally {
    jobs.delete(number);
    engine.closeRun(opened.run);
  }
}

/** Draws molecules until there are no more, the job is stopped or a fault is found. */
async function draw(job) {
  const early = new Map();
  let due = job.next;
  while (!job.stopped) {
    while (job.next < job.end && engine.active(job.run) < job.places) {
      engine.add(job.run, job.next++);
    }
    if (engine.active(job.run) === 0) {
      return null;
    }
    const { finished, error } = engine.advance(job.run);
    if (error) {
      return { error };
    }
    for (let left = finished; left > 0; left--) {
      const molecule = engine.take(job.run);
      early.set(molecule.index, molecule);
    }
    for (; early.has(due); due++) {
      job.ahead++;
      postMessage({ number: job.number, part: { molecule: early.get(due) } });
      early.delete(due);
    }
    if (job.growing && engine.active(job.run) > 0) {
      const token = { index: engine.index(job.run, 0), smiles: engine.smiles(job.run, 0) };
      postMessage({ number: job.number, part: { token } });
    }
    await pause(job);
  }
  return null;
}

/** Lets messages in, and waits while too much is on its way to the page. */
async function pause(job) {
  if (performance.now() - job.listened >= LISTEN_EVERY) {
    await listen();
    job.listened = performance.now();
  }
  while (job.ahead >= MOST_AHEAD && !job.stopped) {
    await new Promise((resolve) => { job.wake = resolve; });
  }
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
    const error = fault instanceof MolweaveError
      ? { id: fault.id, message: fault.message }
      : { id: 'engine-failed', message: `The engine failed: ${fault}. Reload the page.` };
    postMessage({ number, error });
  }
};
