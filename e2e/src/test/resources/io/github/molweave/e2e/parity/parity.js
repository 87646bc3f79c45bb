import { loadModel } from './molweave/index.js';

const view = new DataView(new ArrayBuffer(8));

/** The bits of a double as 16 hexadecimal digits. */
function bits(value) {
  view.setFloat64(0, value);
  return view.getBigUint64(0).toString(16).padStart(16, '0');
}

/** Draws with one engine: per request its lines, each an index, a text and the bits of its log-probability;
 * then, unless all is kept as it comes, its redraws and whether it is valid. */
globalThis.drawMolecules = async (modelUrl, engine, requests) => {
  const model = await loadModel(modelUrl, { engine, workers: 2 });
  try {
    const answers = [];
    for (const request of requests) {
      const lines = [];
      for await (const molecule of model.sample(request)) {
        const guarded = `\t${molecule.redraws}\t${molecule.reason?.message ?? 'none'}`;
        lines.push(`${molecule.index}\t${molecule.smiles}\t${bits(molecule.logProbability)}`
          + (request.validity === 'off' ? '' : guarded));
      }
      answers.push(lines);
    }
    return answers;
  } finally {
    model.close();
  }
};
