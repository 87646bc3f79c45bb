import { loadModel } from './molweave/index.js';

const view = new DataView(new ArrayBuffer(8));
const living = [];
globalThis.Worker = class extends Worker {
  constructor(...given) {
    super(...given);
    this.addEventListener('message', () => living.push(this), { once: true });
  }
};

/** The hash of a text and a number's bits, as PoolParityTest.hash. */
function hash(text, number) {
  let hash = 7;
  for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  view.setFloat64(0, number);
  return Math.imul(Math.imul(hash, 31) + view.getInt32(0), 31) + view.getInt32(4) | 0;
}

/**
 * Draws one run. Ends without a word the newest worker each time `deaths[n]` molecules have come.
 * Answers the indices' hash, the molecules' hash in the order of indices, and how many workers were
 * started.
 */
globalThis.drawRun = async (modelUrl, options, request, deaths) => {
  living.length = 0;
  const model = await loadModel(modelUrl, options);
  try {
    return { ...await draw(model, request, deaths), started: living.length };
  } finally {
    model.close();
  }
};

/** Draws the same run in every combination of places, workers, kernel and order: the hash of each. */
globalThis.drawEveryWay = async (modelUrl, engine, request) => {
  const hashes = {};
  for (const workers of [1, 2, 3]) {
    for (const kernel of ['simd', 'scalar']) {
      const model = await loadModel(modelUrl, { engine, kernel, workers });
      for (const places of [1, 7, 16, 32]) {
        for (const order of ['index', 'finished']) {
          const { hash } = await draw(model, { ...request, places, order }, []);
          hashes[`${places} places, ${workers} workers, ${kernel}, by ${order}`] = hash;
        }
      }
      model.close();
    }
  }
  return hashes;
};

async function draw(model, request, deaths) {
  const { count } = request;
  const hashes = new Int32Array(count);
  const seen = new Uint8Array(count);
  let come = 0;
  for await (const { index, smiles, logProbability } of model.sample(request)) {
    if (seen[index]) throw new Error(`molecule ${index} came twice`);
    if (request.order !== 'finished' && index !== come) throw new Error(`${index} came in place of ${come}`);
    seen[index] = 1;
    hashes[index] = hash(smiles, logProbability);
    come++;
    if (deaths.includes(come)) living.at(-1).terminate();
  }
  return { come, hash: hashes.reduce((all, one) => Math.imul(all, 31) + one | 0, 7) };
}
