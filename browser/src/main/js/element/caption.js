// What is said of a finished molecule: `{ caption, title, reason }`, the reason empty unless there is no drawing.

/** @param {(key: string, values?: object) => string} say */
export async function captionOf({ smiles, text, valid, reason }, chemistry, say) {
  if (text === '') return { caption: say('empty'), title: '', reason: 'empty' };
  if (!valid) {
    const words = say('invalid', { reason: reason?.message ?? '' });
    return { caption: words, title: words, reason: words };
  }
  try {
    const { formula, weight } = await chemistry.properties(smiles);
    const title = say('molecule', { formula, atoms: heavyAtoms(formula) });
    return { caption: `${formula}\u2003${weight.toFixed(1)} g/mol`, title, reason: '' };
  } catch (error) {
    const words = say('undrawn', { reason: error.message });
    return { caption: words, title: words, reason: words };
  }
}

function heavyAtoms(formula) {
  let atoms = 0;
  for (const [, element, count] of formula.matchAll(/([A-Z][a-z]?)(\d*)/g)) {
    if (element !== 'H') atoms += Number(count || 1);
  }
  return atoms;
}
