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
  const { count } = request;
  const hashes = new Int32Array(count);
  const seen = new Uint8Array(count);
  let come = 0;
  try {
    for await (const { index, smiles, logProbability } of model.sample(request)) {
      if (seen[index]) throw new Error(`molecule ${index} came twice`);
      if (request.order !== 'finished' && index !== come) throw new Error(`${index} came in place of ${come}`);
      seen[index] = 1;
      hashes[index] = hash(smiles, logProbability);
      come++;
      if (deaths.includes(come)) living.at(-1).terminate();
    }
  } finally {
    model.close();
  }
  return { come, hash: hashes.reduce((all, one) => Math.imul(all, 31) + one | 0, 7), started: living.length };
};
