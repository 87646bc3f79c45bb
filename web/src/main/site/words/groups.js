// The functional groups of a structure, each atom told once, in the most telling group it is part of.

/**
 * How often each functional group occurs beside `rings`, those of the structure: a Map from its name to
 * a count, most telling first.
 */
export function groupsOf({ atoms }, rings) {
  const found = new Map(ORDER.map((name) => [name, 0]));
  const told = new Set();
  const tell = (name, ...parts) => {
    found.set(name, found.get(name) + 1);
    parts.forEach((part) => told.add(part));
  };
  for (const find of [carbonyls, sulfurs, nitrogens, halogens, oxygens]) find(atoms, told, tell);
  chains(atoms, new Set(rings.filter((ring) => ring.aromatic).flatMap((ring) => ring.sides)), tell);
  return new Map([...found].filter(([, count]) => count > 0));
}

const ORDER = ['acid', 'carboxylate', 'anhydride', 'ester', 'carbonate', 'carbamate', 'urea', 'amide', 'thioester', 'acylHalide', 'aldehyde', 'ketone', 'carbonyl',
  'thiocarbonyl', 'sulfonamide', 'sulfone', 'sulfonicAcid', 'sulfoxide', 'nitro', 'nitrile', 'guanidine', 'amidine', 'imine', 'azo', 'ammonium',
  'amine', 'phenol', 'alcohol', 'ether', 'thiol', 'thioether', 'trifluoromethyl', 'fluorine', 'chlorine', 'bromine', 'iodine', 'alkene', 'alkyne'];

/** The neighbours of an atom by a bond of this order, as `{ i, atom }`; order 0 is any. */
function beside(atoms, i, order, ...symbols) {
  return atoms[i].bonds
    .filter(({ bond, to }) => (order === 0 || (bond.order === order && !bond.aromatic)) && (symbols.length === 0 || symbols.includes(atoms[to].symbol)))
    .map(({ to }) => ({ i: to, atom: atoms[to] }));
}

function every(atoms, symbol, visit) {
  atoms.forEach((atom, i) => {
    if (atom.symbol === symbol) visit(atom, i);
  });
}

function carbonyls(atoms, told, tell) {
  every(atoms, 'C', (carbon, i) => {
    const [oxygen] = beside(atoms, i, 2, 'O');
    const [sulfur] = beside(atoms, i, 2, 'S');
    if (sulfur) tell('thiocarbonyl', sulfur.i, ...(carbon.aromatic ? [] : beside(atoms, i, 1, 'N').map((each) => each.i)));
    if (!oxygen) return;
    const oxygens = beside(atoms, i, 1, 'O');
    const nitrogens = beside(atoms, i, 1, 'N');
    const name = carbonyl(atoms, i, carbon, oxygens, nitrogens);
    if (name === 'anhydride' && told.has(oxygens[0].i)) return;
    tell(name, oxygen.i, ...oxygens.map((each) => each.i), ...(carbon.aromatic ? [] : nitrogens.map((each) => each.i)));
  });
}

function carbonyl(atoms, i, carbon, oxygens, nitrogens) {
  if (carbon.aromatic || oxygens.some((each) => !isAcidOrEster(atoms, each))) return 'carbonyl';
  if (oxygens.some(({ atom }) => atom.charge < 0)) return 'carboxylate';
  if (oxygens.length === 2) return 'carbonate';
  if (oxygens.length === 1 && nitrogens.length > 0) return 'carbamate';
  if (oxygens.length === 1 && oxygens[0].atom.hydrogens > 0) return 'acid';
  if (oxygens.length === 1) return joinsTwo(atoms, oxygens[0].i) ? 'anhydride' : 'ester';
  if (nitrogens.length === 2) return 'urea';
  if (nitrogens.length === 1) return 'amide';
  if (beside(atoms, i, 1, 'S').length > 0) return 'thioester';
  if (beside(atoms, i, 1, 'F', 'Cl', 'Br', 'I').length > 0) return 'acylHalide';
  if (carbon.hydrogens > 0) return 'aldehyde';
  return beside(atoms, i, 1, 'C').length === 2 ? 'ketone' : 'carbonyl';
}

function isAcidOrEster(atoms, { i, atom }) {
  return atom.hydrogens > 0 || atom.charge < 0 || beside(atoms, i, 1, 'C').length === 2;
}

/** Whether both neighbours of an oxygen are carbonyl groups. */
function joinsTwo(atoms, i) {
  const carbons = beside(atoms, i, 1, 'C');
  return carbons.length === 2 && carbons.every((carbon) => beside(atoms, carbon.i, 2, 'O').length > 0);
}

function sulfurs(atoms, told, tell) {
  every(atoms, 'S', (sulfur, i) => {
    const oxygens = beside(atoms, i, 2, 'O').map((each) => each.i);
    const nitrogens = beside(atoms, i, 1, 'N').map((each) => each.i);
    const acids = beside(atoms, i, 1, 'O').filter(({ atom }) => atom.hydrogens > 0 || atom.charge < 0);
    if (oxygens.length === 2 && nitrogens.length > 0) tell('sulfonamide', i, ...oxygens, ...nitrogens);
    else if (oxygens.length === 2 && acids.length > 0) tell('sulfonicAcid', i, ...oxygens, ...acids.map((each) => each.i));
    else if (oxygens.length === 2) tell('sulfone', i, ...oxygens);
    else if (oxygens.length === 1) tell('sulfoxide', i, ...oxygens);
    else if (sulfur.aromatic || told.has(i)) return;
    else if (sulfur.hydrogens > 0) tell('thiol', i);
    else if (beside(atoms, i, 1, 'C').length === 2) tell('thioether', i);
  });
}

function nitrogens(atoms, told, tell) {
  every(atoms, 'N', (nitrogen, i) => {
    const oxygens = beside(atoms, i, 0, 'O').filter(({ atom }) => atom.bonds.length === 1);
    if (oxygens.length === 2 && !nitrogen.aromatic) tell('nitro', i, ...oxygens.map((each) => each.i));
    if (beside(atoms, i, 3, 'C').length > 0) tell('nitrile', i);
    const [other] = beside(atoms, i, 2, 'N');
    if (other && !told.has(i)) tell('azo', i, other.i);
    const [carbon] = beside(atoms, i, 2, 'C');
    if (!carbon || told.has(i) || carbon.atom.aromatic) return;
    const single = beside(atoms, carbon.i, 1, 'N').map((each) => each.i);
    tell(['imine', 'amidine', 'guanidine'][Math.min(2, single.length)], i, ...single);
  });
  every(atoms, 'N', (nitrogen, i) => {
    const plain = nitrogen.bonds.length > 0 && nitrogen.bonds.every(({ bond }) => bond.order === 1) && !nitrogen.aromatic;
    if (!plain || told.has(i) || beside(atoms, i, 1, 'C').length !== nitrogen.bonds.length) return;
    tell(nitrogen.charge > 0 ? 'ammonium' : 'amine', i);
  });
}

function halogens(atoms, told, tell) {
  every(atoms, 'C', (_, i) => {
    const fluorines = beside(atoms, i, 1, 'F').map((each) => each.i);
    if (fluorines.length === 3) tell('trifluoromethyl', ...fluorines);
  });
  for (const [symbol, name] of Object.entries({ F: 'fluorine', Cl: 'chlorine', Br: 'bromine', I: 'iodine' })) {
    every(atoms, symbol, (_, i) => {
      if (!told.has(i)) tell(name, i);
    });
  }
}

function oxygens(atoms, told, tell) {
  every(atoms, 'O', (oxygen, i) => {
    const carbons = beside(atoms, i, 1, 'C');
    if (told.has(i) || oxygen.aromatic) return;
    if (carbons.length === 1 && oxygen.hydrogens === 1) tell(carbons[0].atom.aromatic ? 'phenol' : 'alcohol', i);
    else if (carbons.length === 2) tell('ether', i);
  });
}

function chains(atoms, aromatic, tell) {
  const bonds = new Set(atoms.flatMap((atom) => atom.bonds.map(({ bond }) => bond)));
  for (const bond of bonds) {
    const carbons = bond.ends.every((end) => atoms[end].symbol === 'C');
    if (carbons && bond.order > 1 && !aromatic.has(bond)) tell(bond.order === 2 ? 'alkene' : 'alkyne');
  }
}
