// The words under the loom's picture, and the picture's name.
import { formula, weightOf } from './formula.js';
import { whyNot } from './reason.js';
import { percent, say } from './say.js';
import { inWords } from './token-words.js';

/** The newest of the tokens; `step` is the engine's account of it, if known. */
export function newest(tokens, step) {
  const token = tokens[tokens.length - 1];
  const words = { token, words: inWords(token, tokens.slice(0, -1)) };
  return step
    ? say('loom.drew', { ...words, percent: percent(Math.exp(step.logProbability)) })
    : say('loom.token', words);
}

/** What is said of a finished molecule with its facts, as nodes. */
export function captionOf(molecule, facts) {
  if (molecule.smiles === '') return [say('loom.empty')];
  if (molecule.reason) return [say('loom.invalid', { reason: whyNot(molecule.smiles, molecule.reason) })];
  if (facts.missing) return [say('loom.picture.missing', { reason: facts.missing })];
  if (facts.unread) return [say('loom.picture.unread', { reason: facts.unread })];
  const again = molecule.redraws > 0 ? ['\u2003', say('loom.redraws', molecule)] : [];
  return [...formula(facts.formula), '\u2003', weightOf(facts), ...again];
}

/** The name of a finished molecule's picture. */
export function titleOf({ smiles, reason }, facts) {
  if (reason) return say('loom.invalid', { reason: whyNot(smiles, reason) });
  return facts.formula ? say('loom.structure', facts) : smiles;
}
