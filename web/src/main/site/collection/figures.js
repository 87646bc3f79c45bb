// A molecule's figures in one line: what is known of them so far.
import { number, say } from '../app/say.js';

/** As the language writes it, with the sign that type has for it. */
export function figure(value, digits) {
  return number(value, digits).replace('-', '\u2212');
}

/** The figures that are known, in words. */
export function figuresOf({ logP, qed, logProbability, membership }) {
  const words = [];
  if (Number.isFinite(logP)) words.push(say('collection.figure.logP', { n: figure(logP, 2) }));
  if (Number.isFinite(qed)) words.push(say('collection.figure.qed', { n: figure(qed, 2) }));
  if (Number.isFinite(logProbability)) words.push(say('collection.figure.likelihood', { n: figure(logProbability, 1) }));
  if (membership) words.push(say(`collection.novelty.${membership}`));
  return words.join(' \u00b7 ');
}
