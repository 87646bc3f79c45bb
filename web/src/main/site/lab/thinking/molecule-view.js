// A drawn molecule as picture and words.
import { draw } from '../../app/chemistry.js';
import { make } from '../../app/page.js';
import { whyNot } from '../../app/reason.js';
import { number, percent, say } from '../../app/say.js';
import { strength } from '../../app/surprise.js';
import { inWords } from '../../app/token-words.js';
import { texts } from './branch.js';

const LEVELS = 4; // of surprise, above none
const NAT = 1 / Math.LN2; // bits

/** Fills `place` with the picture; `highlights` colour its atoms. Text that is no molecule leaves it empty. */
export async function showPicture(place, molecule, { width, height, highlights }) {
  place.dataset.smiles = molecule.smiles;
  const title = say('thinking.structure', { smiles: molecule.smiles });
  const picture = molecule.valid && molecule.smiles !== ''
    ? await draw(molecule.smiles, { width, height, title, highlights }).catch(() => null)
    : null;
  if (place.dataset.smiles === molecule.smiles) place.replaceChildren(...(picture === null ? [] : [picture]));
}

/** Whether it is a molecule, and its log-likelihood. */
export function verdict(molecule) {
  const words = molecule.valid
    ? say('card.valid')
    : say('card.invalid', { reason: whyNot(molecule.smiles, molecule.reason) });
  return [
    make('span', { class: `card-verdict ${molecule.valid ? 'yes' : 'no'}`, text: words }),
    '\u2003',
    make('span', { class: 'likelihood', text: say('thinking.likelihood', { nats: nats(molecule.logProbability) }) }),
  ];
}

/** A log-probability in words, with a real minus. */
export function nats(value) {
  return number(value, 1).replace('-', '\u2212');
}

/** -log2 p of a token. */
export function bits({ logProbability }) {
  return Math.max(0, -logProbability * NAT);
}

/** How strongly a token is marked, 0..4. */
export function level(token) {
  return Math.round(strength(token) * LEVELS);
}

/** A token in words after those before it; the END it was drawn to as such. */
export function wordsOf(tokens, i) {
  return isEnd(tokens[i]) ? say('token.end') : inWords(tokens[i], tokens.slice(0, i));
}

/** How a token is written: the END has a sign of its own. */
export function sign(text) {
  return isEnd(text) ? '\u25a0' : text;
}

function isEnd(text) {
  return /^<.+>$/.test(text);
}

/** What is known of token `i`: its place, words, probability and surprise. */
export function account(molecule, i) {
  const tokens = texts(molecule);
  return say('thinking.token', {
    place: i + 1,
    token: sign(tokens[i]),
    words: wordsOf(tokens, i),
    percent: percent(Math.exp(molecule.tokens[i].logProbability)),
    bits: number(bits(molecule.tokens[i]), 1),
  });
}

/** The tokens of a molecule as a line, the one where it parts from another marked. */
export function line(molecule, parted = -1) {
  return make('p', { class: 'thought-line', translate: false }, ...texts(molecule).map((text, i) => {
    return make(i === parted ? 'mark' : 'span', { class: i === parted ? 'parted' : '', text: sign(text) });
  }));
}

/** Where a molecule parts from another, in words. */
export function partingWords(molecule, other, at, { same, parts, ended }) {
  if (at < 0) return say(same);
  const [token, left] = [texts(molecule)[at], texts(other)[at]];
  if (token === undefined || left === undefined) return say(ended, { place: at + 1 });
  return say(parts, { place: at + 1, token: sign(token), other: sign(left) });
}
