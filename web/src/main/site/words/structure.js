// A molecule's atoms and bonds, read from a SMILES that the engine has called valid.
import { element, ringNumber, split } from '../app/tokens.js';

const ORDERS = { '-': 1, '=': 2, '#': 3, ':': 1, '/': 1, '\\': 1 };
const VALENCES = { B: [3], C: [4], N: [3, 5], O: [2], P: [3, 5], S: [2, 4, 6], F: [1], Cl: [1], Br: [1], I: [1] };

/**
 * The structure that `smiles` writes: `atoms` with their symbol, charge, hydrogens and bonds, `bonds`
 * with both ends, order and whether aromatic or in a ring, and `pieces`, how many parts hang together.
 */
export function structureOf(smiles) {
  const atoms = [];
  const bonds = [];
  const open = new Map(); // ring number -> the atom that waits and its bond mark
  const branches = [];
  let last = null;
  let mark = null;
  const join = (one, other, written) => bonds.push({ ends: [one, other], order: ORDERS[written] ?? 1, written });
  for (const token of split(smiles)) {
    const ring = ringNumber(token);
    if (token === '(') branches.push(last);
    else if (token === ')') last = branches.pop();
    else if (token === '.') last = null;
    else if (Object.hasOwn(ORDERS, token)) mark = token;
    else if (ring !== null && open.has(ring)) {
      join(open.get(ring).last, last, mark ?? open.get(ring).mark);
      open.delete(ring);
      mark = null;
    } else if (ring !== null) {
      open.set(ring, { last, mark });
      mark = null;
    } else {
      atoms.push(atom(token));
      if (last !== null) join(last, atoms.length - 1, mark);
      last = atoms.length - 1;
      mark = null;
    }
  }
  return joined(atoms, bonds);
}

function atom(token) {
  const inside = token.startsWith('[') ? token.slice(1, -1) : null;
  const [, hydrogens] = inside?.slice(1).match(/H(\d*)/) ?? [];
  const [, sign, size] = inside?.match(/([+-])(\d*)(?:[+-]*)$/) ?? [];
  return {
    symbol: element(token) ?? inside?.match(/[A-Z][a-z]?/)?.[0] ?? token,
    aromatic: /^\[?\d*[a-z]/.test(token),
    charge: sign ? Number(`${sign}${size || 1}`) : 0,
    hydrogens: inside === null ? null : hydrogens === undefined ? 0 : Number(hydrogens || 1),
    bonds: [],
  };
}

function joined(atoms, bonds) {
  for (const bond of bonds) {
    bond.ends.forEach((end, i) => atoms[end].bonds.push({ to: bond.ends[1 - i], bond }));
  }
  for (const bond of bonds) {
    bond.inRing = wayAround(atoms, bond) !== null;
    bond.aromatic = bond.inRing && bond.ends.every((end) => atoms[end].aromatic) && !['-', '=', '#'].includes(bond.written);
  }
  for (const each of atoms) each.hydrogens ??= missingHydrogens(each);
  return { atoms, bonds, pieces: pieces(atoms) };
}

function missingHydrogens({ symbol, aromatic, bonds }) {
  const used = bonds.reduce((sum, { bond }) => sum + bond.order, aromatic ? 1 : 0);
  const valences = VALENCES[symbol] ?? [0];
  const valence = aromatic ? valences[0] : valences.find((most) => most >= used);
  return Math.max(0, (valence ?? used) - used);
}

/** The atoms of the shortest way from one end of `bond` to the other that does not use it, or null. */
export function wayAround(atoms, bond) {
  const [start, goal] = bond.ends;
  const from = new Map([[start, null]]);
  for (const at of from.keys()) {
    for (const next of atoms[at].bonds) {
      if (next.bond === bond || from.has(next.to)) continue;
      from.set(next.to, at);
      if (next.to === goal) return [...back(from, goal)];
    }
  }
  return null;
}

function* back(from, goal) {
  for (let at = goal; at !== null; at = from.get(at)) yield at;
}

function pieces(atoms) {
  const seen = new Set();
  let count = 0;
  atoms.forEach((_, first) => {
    if (seen.has(first)) return;
    count += 1;
    const waiting = [first];
    while (waiting.length > 0) {
      const at = waiting.pop();
      if (seen.has(at)) continue;
      seen.add(at);
      waiting.push(...atoms[at].bonds.map(({ to }) => to));
    }
  });
  return count;
}
