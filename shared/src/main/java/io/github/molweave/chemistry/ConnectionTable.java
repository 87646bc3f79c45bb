package io.github.molweave.chemistry;

import com.actelion.research.chem.StereoMolecule;

/**
 * A molecule as plain arrays: what stands on its own, without OpenChemLib's ideas of aromaticity.
 * Double bonds of rings are placed (a Kekule form); hydrogens without isotope, charge or second
 * neighbour are counted at their atom instead of being atoms.
 *
 * <p>Shapes: the first six arrays have one entry for each atom, the last four one for each bond.
 * Atoms keep the order of the SMILES, but hydrogens that remain atoms come last. Nobody writes into
 * the arrays.
 *
 * @param atomicNumbers 0..118; 0 is {@code *}
 * @param charges formal charges
 * @param isotopes mass numbers, 0 for the natural mixture
 * @param hydrogens hydrogens counted at the atom
 * @param radicals unpaired electrons, 0..2
 * @param parities 0: no stereo mark that means anything; 1 or 2: handedness over the neighbours in
 *     ascending order, a counted hydrogen last; 3: unknown
 * @param begins one end of each bond
 * @param ends the other end
 * @param orders 0 (to a metal), 1, 2 or 3
 * @param bondParities 0: no mark; 1 or 2: which side; 3: unknown
 */
public record ConnectionTable(
    int[] atomicNumbers,
    int[] charges,
    int[] isotopes,
    int[] hydrogens,
    int[] radicals,
    int[] parities,
    int[] begins,
    int[] ends,
    int[] orders,
    int[] bondParities) {

  /** The table of {@code molecule}. */
  public static ConnectionTable of(Molecule molecule) {
    StereoMolecule structure = molecule.perceived();
    int[] index = new int[structure.getAllAtoms()];
    int atoms = 0;
    for (int atom = 0; atom < index.length; atom++) {
      index[atom] = isCounted(structure, atom) ? -1 : atoms++;
    }
    int bonds = 0;
    for (int bond = 0; bond < structure.getAllBonds(); bond++) {
      bonds += isKept(structure, bond, index) ? 1 : 0;
    }
    ConnectionTable table = empty(atoms, bonds);
    for (int atom = 0; atom < index.length; atom++) {
      if (index[atom] >= 0) {
        table.fillAtom(structure, atom, index[atom]);
      } else {
        table.hydrogens[index[structure.getConnAtom(atom, 0)]]++;
      }
    }
    int row = 0;
    for (int bond = 0; bond < structure.getAllBonds(); bond++) {
      if (isKept(structure, bond, index)) {
        table.fillBond(structure, bond, row++, index);
      }
    }
    return table;
  }

  private static ConnectionTable empty(int atoms, int bonds) {
    return new ConnectionTable(
        new int[atoms],
        new int[atoms],
        new int[atoms],
        new int[atoms],
        new int[atoms],
        new int[atoms],
        new int[bonds],
        new int[bonds],
        new int[bonds],
        new int[bonds]);
  }

  private static boolean isCounted(StereoMolecule structure, int atom) {
    return structure.getAtomicNo(atom) == 1
        && structure.getAtomMass(atom) == 0
        && structure.getAtomCharge(atom) == 0
        && structure.getAllConnAtoms(atom) == 1
        && structure.getAtomicNo(structure.getConnAtom(atom, 0)) > 1;
  }

  private static boolean isKept(StereoMolecule structure, int bond, int[] index) {
    return index[structure.getBondAtom(0, bond)] >= 0 && index[structure.getBondAtom(1, bond)] >= 0;
  }

  private void fillAtom(StereoMolecule structure, int atom, int row) {
    atomicNumbers[row] = structure.getAtomicNo(atom);
    charges[row] = structure.getAtomCharge(atom);
    isotopes[row] = structure.getAtomMass(atom);
    hydrogens[row] += structure.getImplicitHydrogens(atom);
    radicals[row] =
        switch (structure.getAtomRadical(atom)) {
          case 0 -> 0;
          case StereoMolecule.cAtomRadicalStateD -> 1;
          default -> 2;
        };
    parities[row] = structure.getAtomParity(atom);
  }

  private void fillBond(StereoMolecule structure, int bond, int row, int[] index) {
    begins[row] = index[structure.getBondAtom(0, bond)];
    ends[row] = index[structure.getBondAtom(1, bond)];
    orders[row] = structure.getBondOrder(bond);
    bondParities[row] = structure.getBondParity(bond);
  }
}
