package io.github.molweave.chemistry;

import com.actelion.research.chem.Molecule;
import com.actelion.research.chem.StereoMolecule;

/** On which sides of double bonds the neighbours of their ends are, by the SMILES and on paper. */
final class DoubleBondSides {
  private DoubleBondSides() {}

  /** Whether the SMILES says so of this bond. */
  static boolean isNamed(StereoMolecule structure, int bond) {
    int parity = structure.getBondParity(bond);
    return structure.getBondOrder(bond) == 2
        && (parity == Molecule.cBondParityEor1 || parity == Molecule.cBondParityZor2);
  }

  /**
   * Whether a neighbour of a bond's first end and one of its second are on one side of it: by the
   * SMILES where it says so, else on paper.
   */
  static boolean areCis(StereoMolecule structure, int bond, int one, int two) {
    if (!isNamed(structure, bond)) {
      return areDrawnCis(structure, bond, one, two);
    }
    // The parity is of the neighbours with the lowest indices.
    boolean inverted =
        (one == lowestNeighbour(structure, bond, 0))
            != (two == lowestNeighbour(structure, bond, 1));
    return (structure.getBondParity(bond) == Molecule.cBondParityZor2) != inverted;
  }

  /** Whether two atoms lie on one side of a bond's line. */
  static boolean areDrawnCis(StereoMolecule structure, int bond, int one, int two) {
    int from = structure.getBondAtom(0, bond);
    int to = structure.getBondAtom(1, bond);
    return side(structure, from, to, one) > 0 == side(structure, from, to, two) > 0;
  }

  /** Whether paper shows another geometry of a bond than the SMILES says. */
  static boolean isDrawnWrong(StereoMolecule structure, int bond) {
    if (!isNamed(structure, bond)) {
      return false;
    }
    int one = lowestNeighbour(structure, bond, 0);
    int two = lowestNeighbour(structure, bond, 1);
    return one >= 0
        && two >= 0
        && areDrawnCis(structure, bond, one, two) != areCis(structure, bond, one, two);
  }

  /** How many bonds are drawn wrong. */
  static int countWrong(StereoMolecule structure) {
    int count = 0;
    for (int bond = 0; bond < structure.getBonds(); bond++) {
      count += isDrawnWrong(structure, bond) ? 1 : 0;
    }
    return count;
  }

  /** Of one end's neighbours, the other end left out, or -1. */
  private static int lowestNeighbour(StereoMolecule structure, int bond, int end) {
    int atom = structure.getBondAtom(end, bond);
    int lowest = -1;
    for (int i = 0; i < structure.getConnAtoms(atom); i++) {
      int neighbour = structure.getConnAtom(atom, i);
      if (neighbour != structure.getBondAtom(1 - end, bond) && (lowest < 0 || neighbour < lowest)) {
        lowest = neighbour;
      }
    }
    return lowest;
  }

  /** Above 0 when {@code atom} lies on one side of the line through two others. */
  private static double side(StereoMolecule structure, int from, int to, int atom) {
    double x = structure.getAtomX(from);
    double y = structure.getAtomY(from);
    double alongX = structure.getAtomX(to) - x;
    double alongY = structure.getAtomY(to) - y;
    return alongX * (structure.getAtomY(atom) - y) - alongY * (structure.getAtomX(atom) - x);
  }
}
