// A structure in words, in three lengths: its size, its rings and groups, a walk along its atoms.
import { make } from '../app/page.js';
import { count, knows, learn, listed, say } from '../app/say.js';
import { words } from '../messages/words.js';
import { groupsOf } from './groups.js';
import { ringsOf } from './rings.js';
import { structureOf } from './structure.js';

await learn(words);

/** The rings and functional groups of a molecule, in one sentence. */
export function partsOf(smiles) {
  const structure = structureOf(smiles);
  const rings = ringsOf(structure);
  const parts = [...ringWords(rings), ...[...groupsOf(structure, rings)].map(([name, n]) => count(`words.group.${name}`, n))];
  if (parts.length === 0) parts.push(say('words.plain'));
  if (structure.pieces > 1) parts.unshift(count('words.pieces', structure.pieces));
  return say('words.parts', { parts: listed(parts) });
}

function ringWords(rings) {
  const kinds = new Map();
  for (const { name, size, aromatic } of rings) {
    const key = name ? `words.ring.${name}` : aromatic ? 'words.ring.aromatic' : 'words.ring.other';
    const kind = kinds.get(`${key} ${name ? '' : size}`) ?? { key, size, n: 0 };
    kinds.set(`${key} ${name ? '' : size}`, { ...kind, n: kind.n + 1 });
  }
  return [...kinds.values()].map(({ key, size, n }) => count(key, n, { size }));
}

/** Each heavy atom of a molecule with its bonds, in the order of the text; atoms are told by their number. */
export function walkOf(smiles) {
  const { atoms } = structureOf(smiles);
  return atoms.map((atom) => say('words.atom', {
    name: named(atom),
    bonds: atom.bonds.length === 0 ? say('words.alone') : atom.bonds.map(bonded).join(', '),
  }));
}

function bonded({ to, bond }) {
  return say(`words.bond.${bond.aromatic ? 'aromatic' : bond.order}`, { to: to + 1 });
}

function named({ symbol, hydrogens, charge }) {
  let name = knows(`element.${symbol}`) ? say(`element.${symbol}`) : symbol;
  if (hydrogens > 0) name = count('words.hydrogens', hydrogens, { name });
  if (charge !== 0) name = say(charge > 0 ? 'words.charge.plus' : 'words.charge.minus', { name });
  return name;
}

/** Fills `body` with a molecule in words, in all three lengths. */
export function tell(body, { smiles, facts }) {
  const walk = walkOf(smiles).map((line) => make('li', { text: line }));
  body.replaceChildren(
    make('p', { text: say('words.size', facts) }),
    make('p', { text: partsOf(smiles) }),
    make('details', {}, make('summary', { text: say('words.walk') }), make('ol', { class: 'walk' }, ...walk)));
}
