import { chemistry } from './molweave/index.js';

const view = new DataView(new ArrayBuffer(8));

/** Text as it is; a number by its bits, as 16 hexadecimal digits. */
function exact(value) {
  if (typeof value === 'string') {
    return value;
  }
  view.setFloat64(0, value);
  return view.getBigUint64(0).toString(16).padStart(16, '0');
}

/** The properties of each molecule, as a list of `name value`. */
globalThis.properties = async (molecules) => {
  const chemist = await chemistry();
  try {
    const answers = [];
    for (const smiles of molecules) {
      const found = await chemist.properties(smiles);
      answers.push(Object.entries(found).map(([name, value]) => `${name} ${exact(value)}`));
    }
    return answers;
  } finally {
    chemist.close();
  }
};
