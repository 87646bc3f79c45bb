import { loadModel } from './molweave/index.js';

/** `{ kernel, kernelReason, smiles }` of a model that was told to use a kernel, or `{ id, message }`. */
globalThis.withKernel = async (address, kernel, count) => {
  try {
    const model = await loadModel(address, { kernel });
    const smiles = [];
    for await (const molecule of model.sample({ count, seed: 11 })) {
      smiles.push(molecule.smiles);
    }
    model.close();
    return { kernel: model.kernel, kernelReason: model.kernelReason, smiles };
  } catch ({ id, message }) {
    return { id, message };
  }
};
