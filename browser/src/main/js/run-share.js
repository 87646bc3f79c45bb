import { MolweaveError } from './errors.js';

/** While it draws it listens so often, in ms: a stop costs no more than this or the token in hand. */
const LISTEN_EVERY = 1;

/** What has happened is told so often, in ms; the first of it at once. */
const TELL_EVERY = 10;

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

/** A worker's part in a run: draws the molecules whose indices it is given, many side by side. */
export class RunShare {
  #request;
  #places;
  #growing;
  #indices;
  #tell;
  #stopped = false;
  #wake = () => {};
  #events = [];
  #toldAt = -TELL_EVERY;
  #listenedAt = performance.now();

  /** @param {(events: ({ molecule: object } | { token: object })[]) => void} tell in their order */
  constructor({ request, places, growing, indices }, tell) {
    this.#request = request;
    this.#places = places;
    this.#growing = growing;
    this.#indices = indices;
    this.#tell = tell;
  }

  add(indices) {
    this.#indices.push(...indices);
    this.#wake();
  }

  stop() {
    this.#stopped = true;
    this.#wake();
  }

  /** Draws until it is stopped; throws a MolweaveError when the engine refuses. */
  async go(engine, model) {
    if (this.#stopped) {
      return;
    }
    const r = this.#request;
    const { run, error } = engine.openRun(
      model, r.seed, r.temperature, r.topK, r.topP, r.prefix, r.maxLength, r.validity, r.attempts, r.detail,
      this.#places);
    if (error) {
      throw MolweaveError.from(error);
    }
    try {
      await this.#draw(engine, run);
    } finally {
      engine.closeRun(run);
    }
  }

  async #draw(engine, run) {
    while (!this.#stopped) {
      while (this.#indices.length > 0 && engine.active(run) < this.#places) {
        engine.add(run, this.#indices.shift());
      }
      if (engine.active(run) === 0) {
        this.#flush();
        await new Promise((resolve) => { this.#wake = resolve; });
      } else {
        this.#advance(engine, run);
        await this.#pause();
      }
    }
  }

  #advance(engine, run) {
    const { finished, error } = engine.advance(run);
    if (error) {
      this.#flush();
      throw MolweaveError.from(error);
    }
    for (let left = finished; left > 0; left--) {
      this.#events.push({ molecule: engine.take(run) });
    }
    if (this.#growing && engine.active(run) > 0) {
      this.#events.push({ token: { index: engine.index(run, 0), smiles: engine.smiles(run, 0) } });
    }
  }

  async #pause() {
    const now = performance.now();
    if (now - this.#toldAt >= TELL_EVERY) {
      this.#flush();
      this.#toldAt = now;
    }
    if (now - this.#listenedAt >= LISTEN_EVERY) {
      await listen();
      this.#listenedAt = performance.now();
    }
  }

  #flush() {
    if (this.#events.length > 0) {
      this.#tell(this.#events);
      this.#events = [];
    }
  }
}
