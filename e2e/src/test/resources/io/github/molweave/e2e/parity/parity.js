import { loadModel } from './molweave/index.js';

const view = new DataView(new ArrayBuffer(8));

/** The bits of a double as 16 hexadecimal digits. */
function bits(value) {
  view.setFloat64(0, value);
  return view.getBigUint64(0).toString(16).padStart(16, '0');
}

/** What `use` makes of a model with these units clamped. */
async function withModel(modelUrl, engine, clamp, use) {
  const whole = await loadModel(modelUrl, { engine, workers: 2 });
  try {
    const model = clamp.length > 0 ? await whole.clamped(clamp) : whole;
    return await use(model).finally(() => model.close());
  } finally {
    whole.close();
  }
}

/** Per layer the bits of all hidden states along a text. */
globalThis.hiddenStates = (modelUrl, engine, clamp, text) => withModel(modelUrl, engine, clamp, async (model) => {
  const { tokens, layers } = await model.states(text);
  return { tokens, layers: layers.map(({ units, values }) => ({ units, values: Array.from(values, bits) })) };
});

/** How units that are not there, and a closed model, are refused. */
globalThis.refusedUnits = async (modelUrl, engine, wishes) => {
  const model = await loadModel(modelUrl, { engine, workers: 1 });
  const refusals = [];
  for (const wish of wishes) {
    refusals.push(await model.clamped(wish).then(() => 'none', String));
  }
  model.close();
  refusals.push(await model.clamped([{ unit: 0 }]).then(() => 'none', ({ id }) => id));
  return refusals;
};

/** Draws with one engine: per request its lines, each an index, a text and the bits of its log-probability;
 * then, unless all is kept as it comes, its redraws and whether it is valid. */
globalThis.drawMolecules = (modelUrl, engine, requests, clamp = []) => withModel(modelUrl, engine, clamp, async (model) => {
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
});
