// Tokens of a SMILES, and what can be drawn of one that is still being written.

const TOKEN = /\[[^\]]*\]|%\d\d|Br|Cl|[^]/gu;
const BOND = /^[-=#:/\\]$/;
const RING = /^(\d|%\d\d)$/;

/** The thread that a token is woven in: its element's, or that of what stands between atoms. */
export function family(token) {
  const symbol = /^\[?\d*(Br|Cl|Si|Se|se|[BCNOPSFIbcnops])/.exec(token)?.[1].toUpperCase();
  if (symbol === undefined) return 'between';
  const families = { C: 'carbon', N: 'nitrogen', O: 'oxygen', S: 'sulfur', SE: 'sulfur', F: 'halogen', CL: 'halogen', BR: 'halogen', I: 'halogen' };
  return families[symbol] ?? 'other';
}

/**
 * Texts to be drawn in place of an unfinished SMILES, in this order, the first that the chemistry reads:
 * without its loose ends; then with plain atoms for aromatic ones whose ring is not closed yet.
 */
export function drawable(text) {
  const tokens = text.match(TOKEN) ?? [];
  while (tokens.length > 0 && /^[-=#:/\\(.]$/.test(tokens.at(-1))) tokens.pop();
  const closed = closeBranches(withoutOpenRings(tokens.map((token) => (/^\[C@@?H?\]$/.test(token) ? 'C' : token))));
  return [...new Set([closed, closed.map(plain)].map((list) => list.join('')))].filter((candidate) => candidate !== '');
}

function plain(token) {
  return token.replace(/^(\[\d*)?(se|[bcnops])/, (_, open = '', symbol) => open + symbol[0].toUpperCase() + symbol.slice(1));
}

function withoutOpenRings(tokens) {
  const open = new Map();
  tokens.forEach((token, at) => {
    if (RING.test(token) && !open.delete(Number(token.replace('%', '')))) open.set(Number(token.replace('%', '')), at);
  });
  const loose = new Set(open.values());
  return tokens.filter((token, at) => !loose.has(at) && !(BOND.test(token) && loose.has(at + 1)));
}

function closeBranches(tokens) {
  const open = tokens.reduce((depth, token) => depth + (token === '(') - (token === ')'), 0);
  return [...tokens, ...Array(Math.max(0, open)).fill(')')];
}
