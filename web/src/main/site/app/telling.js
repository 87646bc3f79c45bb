// Structures in words, for who does not see the drawing. The words are loaded when they are first needed.

/** So long must a drawing stay, in ms: those of a molecule that grows are gone before. */
const STAYS = 1000;

/** Adds to a molecule's drawing, if it stays on the page, which rings and functional groups are in it. */
export function describe(picture, smiles) {
  setTimeout(() => {
    if (picture.isConnected) fill(picture, smiles).catch(() => {}); // the drawing keeps its name and its SMILES
  }, STAYS);
}

async function fill(picture, smiles) {
  const { partsOf } = await import('../words/words.js');
  picture.querySelector('desc').textContent = partsOf(smiles);
}

/** Fills `body` with a molecule in words. */
export async function showWords(body, molecule) {
  const { tell } = await import('../words/words.js');
  tell(body, molecule);
}
