// What can be drawn of an unfinished SMILES. A ring that is still open is a chain until it closes.
import { openRings, ringNumber, split } from './tokens.js';

/**
 * Texts to try in this order; the first that the chemistry reads is the picture. Loose ends are cut
 * and open branches closed; then, if aromatic atoms wait for their ring, they are shown as plain ones.
 */
export function readable(text) {
  const tokens = withoutLooseEnd(split(text)).map(flatCarbon);
  const closed = closeBranches(withoutOpenRings(tokens));
  const plain = closed.map(plainAtom);
  const half = plainAfterOpenRing(tokens);
  const texts = [tokens, closed, closeBranches(withoutOpenRings(half)), plain].map((list) => list.join(''));
  return [...new Set(texts)].filter((candidate) => candidate !== '');
}

function withoutLooseEnd(tokens) {
  let end = tokens.length;
  while (end > 0 && /^[-=#:/\\(.]$/.test(tokens[end - 1])) end--;
  return tokens.slice(0, end);
}

function withoutOpenRings(tokens) {
  const open = openRings(tokens);
  const kept = [];
  for (let i = tokens.length - 1; i >= 0; i--) {
    if (open.delete(ringNumber(tokens[i]))) {
      if (i > 0 && /^[-=#:/\\]$/.test(tokens[i - 1])) i--;
    } else {
      kept.push(tokens[i]);
    }
  }
  return kept.reverse();
}

function closeBranches(tokens) {
  let depth = 0;
  const kept = tokens.filter((token) => {
    if (token === ')' && depth === 0) return false; // it was never opened
    depth += token === '(' ? 1 : token === ')' ? -1 : 0;
    return true;
  });
  return [...kept, ...Array(depth).fill(')')];
}

/** Aromatic atoms from the one that opened the first open ring on, as plain atoms. */
function plainAfterOpenRing(tokens) {
  const open = openRings(tokens);
  const first = tokens.findIndex((token, i) => open.has(ringNumber(token)) && stillOpen(tokens, i));
  return first < 0 ? tokens : tokens.map((token, i) => (i >= first - 1 ? plainAtom(token) : token));
}

function stillOpen(tokens, i) {
  return !openRings(tokens.slice(0, i)).has(ringNumber(tokens[i])) && openRings(tokens.slice(i)).has(ringNumber(tokens[i]));
}

/** A carbon that turns left or right has neighbours to come; as it is it would show a hole. */
function flatCarbon(token) {
  return /^\[C@@?H?\]$/.test(token) ? 'C' : token;
}

function plainAtom(token) {
  if (/^[bcnops]$/.test(token)) return token.toUpperCase();
  return token.replace(/^(\[\d*)(se|[bcnops])/, (_, open, symbol) => open + symbol[0].toUpperCase() + symbol.slice(1));
}
