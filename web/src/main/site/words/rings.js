// The rings of a structure, each by the name that chemists know it by.
import { wayAround } from './structure.js';

// Symbols around the ring, beginning where the word sorts first; aromatic ones in small letters.
const NAMES = {
  cccccc: 'benzene', cccccn: 'pyridine', ccccnn: 'pyridazine', cccncn: 'pyrimidine', ccnccn: 'pyrazine', cncncn: 'triazine',
  ccccn: 'pyrrole', cccco: 'furan', ccccs: 'thiophene', cccnn: 'pyrazole', ccncn: 'imidazole',
  cccno: 'isoxazole', cccon: 'isoxazole', ccnco: 'oxazole', ccocn: 'oxazole', cccns: 'isothiazole', cccsn: 'isothiazole',
  ccncs: 'thiazole', ccscn: 'thiazole', ccnnn: 'triazole', cncnn: 'triazole', cnnnn: 'tetrazole',
  ccnno: 'oxadiazole', ccnon: 'oxadiazole', cncno: 'oxadiazole', cncon: 'oxadiazole', cnnco: 'oxadiazole', cnoc: 'oxadiazole',
  ccnns: 'thiadiazole', ccnsn: 'thiadiazole', cncns: 'thiadiazole', cnncs: 'thiadiazole',
  CCC: 'cyclopropane', CCCC: 'cyclobutane', CCCCC: 'cyclopentane', CCCCCC: 'cyclohexane', CCCCCCC: 'cycloheptane',
  CCN: 'aziridine', CCO: 'oxirane', CCCN: 'azetidine', CCCO: 'oxetane', CCCCN: 'pyrrolidine', CCCCO: 'oxolane',
  CCCCCN: 'piperidine', CCCCCO: 'oxane', CCNCCN: 'piperazine', CCNCCO: 'morpholine', CCCCCCN: 'azepane',
};
const BY_SPELLING = new Map(Object.entries(NAMES).map(([spelling, name]) => [turned([...spelling]), name]));

/**
 * The rings of a structure: each with its `name` or null, its `size`, its bonds (`sides`), and
 * whether it is aromatic. Of a cage, where the shortest rings are more than the independent ones, a ring
 * that is the sum of smaller ones is left out.
 */
export function ringsOf({ atoms, bonds }) {
  const found = new Map();
  for (const bond of bonds.filter((each) => each.inRing)) {
    const ring = wayAround(atoms, bond);
    found.set([...ring].sort((a, b) => a - b).join(' '), ring);
  }
  return independent([...found.values()].map((ring) => described(ring, atoms)).sort((a, b) => a.size - b.size), bonds);
}

/** The rings that are no sum of those before them; as a sum, a bond that occurs twice is none. */
function independent(rings, bonds) {
  const basis = [];
  return rings.filter(({ sides }) => {
    let rest = sides.reduce((sum, side) => sum | (1n << BigInt(bonds.indexOf(side))), 0n);
    for (const other of basis) rest = (rest ^ other) < rest ? rest ^ other : rest;
    if (rest !== 0n) basis.push(rest);
    basis.sort((a, b) => (a < b ? 1 : -1));
    return rest !== 0n;
  });
}

function described(ring, atoms) {
  const sides = ring.map((at, i) => atoms[at].bonds.find(({ to }) => to === ring[(i + 1) % ring.length]).bond);
  const aromatic = sides.every((side) => side.aromatic) || alternates(sides);
  const plain = sides.every((side) => side.order === 1 && !side.aromatic);
  const symbols = ring.map((at) => (aromatic ? atoms[at].symbol.toLowerCase() : atoms[at].symbol));
  return { size: ring.length, aromatic, sides, name: aromatic || plain ? BY_SPELLING.get(turned(symbols)) ?? null : null };
}

/** Six bonds, double and single in turn: the aromatic ring of a text without small letters. */
function alternates(sides) {
  return sides.length === 6 && sides.every((side, i) => side.order !== sides[(i + 1) % 6].order && side.order < 3);
}

/** The first in sorting of all ways to spell a ring, from any atom on, either way round. */
function turned(symbols) {
  const ways = symbols.flatMap((_, i) => {
    const way = [...symbols.slice(i), ...symbols.slice(0, i)];
    return [way, [...way].reverse()];
  });
  return ways.map((way) => way.join('')).sort()[0];
}
