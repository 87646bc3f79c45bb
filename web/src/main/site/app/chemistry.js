// Pictures and facts of molecules. The chemistry is loaded when it is first asked for.
import { loadEngine } from './engine.js';
import { pictureOf } from './picture.js';
import { describe } from './telling.js';

/** For each file, in ms. The largest is a quarter of all that comes: slow lines need a minute for it. */
const PATIENCE = 120_000;

let loading = null;

/** Starts loading the chemistry; later calls wait for the same load. */
export function loadChemistry() {
  loading ??= loadEngine().then((engine) => engine.chemistry({ patience: PATIENCE }));
  return loading;
}

/**
 * What the chemistry knows of a molecule: `{ formula, weight, atoms, idcode }`, the idcode the same for
 * all its spellings; `{ unread }` or `{ missing }` in words where it cannot read it or is not there;
 * null of a text that is no molecule.
 */
export async function factsOf({ smiles, valid }) {
  if (!valid) return null;
  try {
    const chemistry = await loadChemistry();
    const [formula, weight, { idcode }] = await Promise.all(
      [chemistry.formula(smiles), chemistry.weight(smiles), chemistry.canonical(smiles)]);
    return { formula, weight: weight.toFixed(2), atoms: heavyAtoms(formula), idcode };
  } catch (error) {
    return /^(smiles|chemistry)-/.test(error.id) ? { unread: error.message } : { missing: error.message };
  }
}

/** The drawing of a SMILES as an element, or null when it cannot be read; options as the engine's. */
export async function draw(smiles, options) {
  const chemistry = await loadChemistry();
  const svg = await chemistry.draw(smiles, options).catch(() => null);
  const picture = svg === null ? null : pictureOf(svg);
  if (picture !== null) describe(picture, smiles);
  return picture;
}

function heavyAtoms(formula) {
  let atoms = 0;
  for (const [, element, count] of formula.matchAll(/([A-Z][a-z]?)(\d*)/g)) {
    if (element !== 'H') atoms += Number(count || 1);
  }
  return atoms;
}
