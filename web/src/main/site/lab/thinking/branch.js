// A branch of the tree: the beginning and the settings that it is drawn from, and its molecule.

const VALIDITY = ['mask', 'reject', 'off'];
const LONGEST = 400; // characters of a beginning
const HOTTEST = 1000;

/** Draws the one molecule of a recipe, `{ prefix, seed, temperature, validity }`. */
export async function draw(model, { prefix, seed, temperature, validity }) {
  for await (const molecule of model.sample({ count: 1, prefix, seed, temperature, validity })) return molecule;
  return null;
}

/** The texts of a molecule's tokens; the END it was drawn to is one of them. */
export function texts({ tokens }) {
  return tokens.map(({ text }) => text);
}

/** Whether a value from outside is a recipe. */
export function isRecipe({ prefix, seed, temperature, validity }) {
  return typeof prefix === 'string' && prefix.length <= LONGEST
    && Number.isSafeInteger(seed) && seed >= 0
    && (temperature === 0 || (temperature >= 0.01 && temperature <= HOTTEST))
    && VALIDITY.includes(validity);
}

/** The first place where two lists of tokens part, or -1. */
export function parting(tokens, others) {
  const length = Math.max(tokens.length, others.length);
  for (let i = 0; i < length; i++) {
    if (tokens[i] !== others[i]) return i;
  }
  return -1;
}
