/** The engine that the page ships, through the door that its worker uses. */
import { answer } from './contender.js';
import { kernelFor } from '/molweave/kernel.js';

const LONGEST = 120;
/** How long the kernel may take to come, in ms. */
const PATIENCE = 60_000;
/** The engine's name for its only model. */
const MODEL = 1;
let engine;
let insideKernel = 0;

/** The same kernel, with the time that it takes summed up; calls become a little slower. */
function timed(kernel) {
  return {
    ...kernel,
    step(count) {
      const begun = performance.now();
      kernel.step(count);
      insideKernel += performance.now() - begun;
    },
  };
}

/** A run at temperature 1 of everything that the network writes, molecule or not. */
function openRun(seed, places) {
  const { run, error } = engine.openRun(MODEL, seed, 1, 0, 1, '', LONGEST, 'off', 1, 'none', places);
  if (error) {
    throw new Error(error.message);
  }
  return run;
}

/** Draws one token in every place; gives the molecules that are finished. */
function advance(run) {
  const { finished, error } = engine.advance(run);
  if (error) {
    throw new Error(error.message);
  }
  return Array.from({ length: finished }, () => engine.take(run));
}

answer({
  async open({ model, variant }) {
    engine = await import('/molweave/engine-js.js');
    const { exports, told } = await kernelFor('simd', PATIENCE);
    if (exports) {
      engine.useKernel(variant === 'timed' ? timed(exports) : exports);
    }
    const bytes = new Int8Array(await (await fetch(model)).arrayBuffer());
    const { error } = engine.load(MODEL, bytes, new Int32Array(0), engine.sha256(engine.covered(bytes)));
    if (error) {
      throw new Error(error.message);
    }
    return `kernel: ${told.kernel} ${told.kernelReason}`;
  },

  /** The first molecules of a seed, in order. */
  async check({ seed, count }) {
    const run = openRun(seed, count);
    const texts = [];
    for (let index = 0; index < count; index++) {
      engine.add(run, index);
    }
    while (engine.active(run) > 0) {
      advance(run).forEach(({ index, text }) => { texts[index] = text; });
    }
    engine.closeRun(run);
    return texts;
  },

  async round({ streams, milliseconds }) {
    const run = openRun(1, streams);
    insideKernel = 0;
    const begun = performance.now();
    let tokens = 0;
    let next = 0;
    while (performance.now() - begun < milliseconds) {
      while (engine.active(run) < streams) {
        engine.add(run, next++);
      }
      advance(run);
      tokens += streams;
    }
    const spent = performance.now() - begun;
    engine.closeRun(run);
    return { tokens, milliseconds: spent, outside: spent - insideKernel };
  },
});
