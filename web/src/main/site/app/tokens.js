// Splits SMILES for the eye: stitches of the tape, the words for a token.
// What the network makes of a text is the engine's business.

const TOKEN = /\[[^\]]*\]|%\d\d|Br|Cl|[^]/g;

/** The tokens of a finished SMILES. */
export function split(text) {
  return text.match(TOKEN) ?? [];
}

/** The family a token belongs to, which gives its thread a colour. */
export function family(token) {
  const symbol = element(token);
  if (symbol === null) return 'frame';
  if (symbol === 'C') return 'carbon';
  if (symbol === 'N') return 'nitrogen';
  if (symbol === 'O') return 'oxygen';
  if (symbol === 'S' || symbol === 'Se') return 'sulfur';
  return ['F', 'Cl', 'Br', 'I'].includes(symbol) ? 'halogen' : 'other';
}

/** The element that an atom token of SMILES or SELFIES stands for, or null for rings, branches and bonds. */
export function element(token) {
  const symbol = token.match(/^\[?[=#/\\]?\d*(Br(?!anch)|Cl|Si|Se|se|[BCNOPSFIbcnops])/)?.[1];
  return symbol ? symbol[0].toUpperCase() + symbol.slice(1) : null;
}

/** The ring numbers that `tokens` opened and have not closed. */
export function openRings(tokens) {
  const open = new Set();
  for (const token of tokens) {
    const ring = ringNumber(token);
    if (ring !== null && !open.delete(ring)) open.add(ring);
  }
  return open;
}

/** The number of a ring token, or null. */
export function ringNumber(token) {
  return /^(\d|%\d\d)$/.test(token) ? Number(token.replace('%', '')) : null;
}
