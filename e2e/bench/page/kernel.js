/** The SIMD kernel alone, against the most that the core does of load, multiply and add. */
import { answer } from './contender.js';

const ACTIVATION_BYTES = 2112;
const VOCABULARY = 45;

/** The number of a cell, as memory.wat has it, its gates, and the products of a step. */
const CELLS = {
  'gru-reset-after': { number: 0, gates: 3, parts: [3] },
  'gru-reset-before': { number: 1, gates: 3, parts: [2, 1] },
  lstm: { number: 2, gates: 4, parts: [4] },
};

let kernel;
let peak;

async function compiled(address) {
  return WebAssembly.compile(await (await fetch(address)).arrayBuffer());
}

/** One layer with arbitrary weights: `{ step, products, operations }`, the last of all its products. */
function network({ cell, units, places }) {
  const { number, gates, parts } = CELLS[cell];
  const { exports } = new WebAssembly.Instance(kernel);
  const rows = gates * units;
  const outputs = Math.ceil(VOCABULARY / 16) * 16;
  const matrixBytes = (count) => count * (units + 16);
  let end = 0;
  const room = (bytes) => {
    const at = end;
    end += Math.ceil(bytes / 64) * 64;
    return at;
  };
  const table = room(VOCABULARY * rows * 8);
  const hidden = room(matrixBytes(rows));
  const output = room(matrixBytes(outputs));
  const tokens = room(places * 4);
  const logits = room(places * VOCABULARY * 8 + 8);
  const states = room(places * units * 16);
  const activations = room(2 * places * ACTIVATION_BYTES);
  const sums = room(places * rows * 4);
  const belowSums = room(0);
  const input = room(rows * 8);
  const rest = room(places * rows * 8);
  exports.memory.grow(Math.ceil(end / 65536));
  const bytes = new Int8Array(exports.memory.buffer);
  const numbers = new Float64Array(exports.memory.buffer);
  const fill = (matrix, count) => {
    for (let at = 0; at < count * 2; at++) {
      numbers[matrix / 8 + at] = at % 4 < 2 ? 1e-6 : (at % 7 - 3) / 3;
    }
    for (let at = 0; at < count * units; at++) {
      bytes[matrix + count * 16 + at] = (at * 40503 >> 4) % 255 - 127;
    }
  };
  const products = [];
  let matrix = hidden;
  for (const part of parts) {
    fill(matrix, part * units);
    products.push([matrix, part * units]);
    matrix += matrixBytes(part * units);
  }
  fill(output, outputs);
  products.push([output, outputs]);
  exports.network(number, 1, units, VOCABULARY, -1, table, hidden, 0, output);
  exports.places(places, tokens, logits, states, activations, sums, belowSums, input, rest);
  return {
    step: () => exports.step(places),
    products: () => {
      for (const [at, count] of products) {
        exports.products(at, activations, sums, count, places);
      }
    },
    operations: 2 * (rows + outputs) * units * places,
  };
}

/** Milliseconds of one call, from as many as fit into a slice. */
function time(work, slice) {
  const begun = performance.now();
  let calls = 0;
  let spent = 0;
  do {
    for (let i = 0; i < 8; i++) {
      work();
    }
    calls += 8;
    spent = performance.now() - begun;
  } while (spent < slice);
  return spent / calls;
}

answer({
  async open() {
    kernel = await compiled('/molweave/kernel.wasm');
    peak = new WebAssembly.Instance(await compiled('/conformance/peak.wasm')).exports.peak;
    return 'kernel';
  },

  /** Rounds of `{ peak, products }` in operations a second and `gates`, the rest's part of a step. */
  async check({ rounds, milliseconds, ...shape }) {
    const { step, products, operations } = network(shape);
    const loops = 1000;
    const atPeak = () => peak(loops);
    [atPeak, products, step].forEach((work) => time(work, milliseconds));
    return Array.from({ length: rounds }, () => {
      const most = loops * 128 / time(atPeak, milliseconds);
      const spent = time(products, milliseconds);
      const whole = time(step, milliseconds);
      return { peak: most * 1000, products: operations / spent * 1000, gates: 1 - spent / whole };
    });
  },
});
