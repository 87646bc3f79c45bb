/**
 * The engine off the page's thread: answers the questions of pooled-worker.js about any number of
 * models. It says when it lives, and by which lock its end can be noticed.
 */
import { MolweaveError } from './errors.js';
import { compiled, runsWasmGc, script } from './files.js';
import { kernelFor, startKernel } from './kernel.js';
import { RunShare } from './run-share.js';

const engines = new Map();
const models = new Map();
const shares = new Map();
let selfies = null;

async function openEngine(kind, patience) {
  if (kind !== 'wasm') {
    return script('./engine-js.js', () => import('./engine-js.js'), patience);
  }
  if (!runsWasmGc()) {
    throw new MolweaveError(
      'engine-wasm-refused', "WebAssembly GC does not run here: this browser does not have it, or the page's policy forbids it. Use engine: 'js' or 'auto'.");
  }
  const runtime = await script('./engine-wasm-runtime.js', () => import('./engine-wasm-runtime.js'), patience);
  return compiled(new URL('./engine-wasm.wasm', import.meta.url), runtime, patience);
}

/** The engine of a kind, started when it is first asked for. */
function engineOf(kind, patience) {
  if (!engines.has(kind)) {
    const starting = openEngine(kind, patience).catch((fault) => {
      engines.delete(kind);
      throw fault instanceof MolweaveError
        ? fault
        : new MolweaveError('engine-failed', `The engine failed: ${fault}. Reload the page.`);
    });
    starting.catch(() => {}); // Heard by whoever asks for it.
    engines.set(kind, starting);
  }
  return engines.get(kind);
}

/** What reads and writes SELFIES, loaded when it is first asked for. */
function selfiesBundle(patience) {
  selfies ??= script('./selfies-js.js', () => import('./selfies-js.js'), patience).catch((fault) => {
    selfies = null;
    throw fault;
  });
  return selfies;
}

async function load({ model, engine: kind, kernel: wish, patience, clamped, bytes }) {
  const [engine, kernel] = await Promise.all([engineOf(kind, patience), kernelFor(wish, patience)]);
  const file = new Int8Array(bytes);
  const digest = await sha256(engine, told(engine.covered(file)));
  if (kernel.exports) {
    engine.useKernel(kernel.exports);
  }
  const { unsealed, ...described } = told(engine.load(model, file, new Int32Array(clamped), digest));
  const sealed = engine.sealed(unsealed, await sha256(engine, told(engine.covered(unsealed))));
  Object.assign(described, { modelId: await sha256(engine, sealed) }, kernel.told);
  if (described.notation === 'selfies') {
    engine.useSelfies(await selfiesBundle(patience));
  }
  return { engine, described };
}

/** The browser's own, many times as fast; pages that are no secure context have none. */
async function sha256(engine, bytes) {
  if (!globalThis.crypto?.subtle) {
    return engine.sha256(bytes);
  }
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The engine that has a model. */
async function engineWith(model) {
  const { engine } = await models.get(model);
  if (!models.has(model)) {
    throw new MolweaveError('model-closed', 'The model has been closed.');
  }
  return engine;
}

/** What the engine answers, or a MolweaveError. */
function told(answer) {
  if (answer.error) {
    throw MolweaveError.from(answer.error);
  }
  return answer;
}

const questions = {
  describe: async ({ model }) => (await models.get(model)).described,
  async next({ model, request: r }) {
    const engine = await engineWith(model);
    return told(engine.next(model, r.prefix, r.temperature, r.topK, r.topP, r.validity));
  },
  async score({ model, request }) {
    const engine = await engineWith(model);
    return told(engine.score(model, request));
  },
  async states({ model, request }) {
    const engine = await engineWith(model);
    return told(engine.states(model, request));
  },
  async typed({ model, request }) {
    const engine = await engineWith(model);
    return told(engine.typed(model, request));
  },
  async toSelfies({ request: { text, version, patience } }) {
    return told((await selfiesBundle(patience)).toSelfies(text, version));
  },
  async fromSelfies({ request: { text, version, patience } }) {
    return told((await selfiesBundle(patience)).fromSelfies(text, version));
  },
  async sample({ number, model, ...asked }) {
    const share = new RunShare(asked, (part) => postMessage({ number, part }));
    shares.set(number, share);
    try {
      await share.go(await engineWith(model), model);
    } finally {
      shares.delete(number);
    }
  },
};

const remarks = {
  prepare({ engine, kernel, patience }) {
    if (engine === 'none') {
      selfiesBundle(patience).catch(() => {}); // Heard by whoever translates.
    } else {
      engineOf(engine, patience);
      startKernel(kernel, patience);
    }
  },
  load({ model, ...given }) {
    const loading = load({ model, ...given });
    loading.catch(() => {}); // Heard by whoever asks about the model.
    models.set(model, loading);
  },
  async unload({ model }) {
    const loading = models.get(model);
    models.delete(model);
    const { engine } = await loading.catch(() => ({}));
    engine?.unload(model);
  },
  more: ({ number, indices }) => shares.get(number)?.add(indices),
  stop: ({ number }) => shares.get(number)?.stop(),
  ping: () => postMessage({ pong: true }),
};

async function answer(question) {
  const { number, ask } = question;
  try {
    postMessage({ number, done: await questions[ask](question) });
  } catch (fault) {
    if (fault instanceof MolweaveError) {
      postMessage({ number, error: fault.plain() });
    } else {
      // A trap: nobody knows what state the engine is in.
      postMessage({ crashed: String(fault) });
    }
  }
}

onmessage = ({ data }) => {
  if (data.ask) {
    answer(data);
  } else {
    remarks[data.tell](data);
  }
};

const held = new Promise(() => {});
const lock = `molweave-worker-${performance.timeOrigin}-${Math.random()}`;
if (navigator.locks) {
  navigator.locks.request(lock, () => {
    postMessage({ alive: lock });
    return held;
  }).catch(() => postMessage({ alive: null })); // A sandbox has no locks.
} else {
  postMessage({ alive: null });
}
