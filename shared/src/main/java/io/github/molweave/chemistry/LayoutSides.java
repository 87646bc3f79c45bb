package io.github.molweave.chemistry;

import com.actelion.research.chem.StereoMolecule;

/** Which atoms lie on one side of a bond's line in a layout. */
final class LayoutSides {
  private LayoutSides() {}

  /**
   * Above 0 when {@code atom} lies on one side of the line through two others, below on the other.
   */
  static double side(StereoMolecule structure, int from, int to, int atom) {
    double x = structure.getAtomX(from);
    double y = structure.getAtomY(from);
    double alongX = structure.getAtomX(to) - x;
    double alongY = structure.getAtomY(to) - y;
    return alongX * (structure.getAtomY(atom) - y) - alongY * (structure.getAtomX(atom) - x);
  }

  /** Whether two atoms lie on one side of a bond's line. */
  static boolean onOneSide(StereoMolecule structure, int bond, int one, int two) {
    int from = structure.getBondAtom(0, bond);
    int to = structure.getBondAtom(1, bond);
    return side(structure, from, to, one) > 0 == side(structure, from, to, two) > 0;
  }

  /** For each double bond whether a neighbour of each end lie on one side of it, 1, or not, -1. */
  static int[] ofDoubleBonds(StereoMolecule structure) {
    int[] sides = new int[structure.getBonds()];
    for (int bond = 0; bond < sides.length; bond++) {
      int first = otherNeighbour(structure, bond, 0);
      int second = otherNeighbour(structure, bond, 1);
      if (structure.getBondOrder(bond) == 2 && first >= 0 && second >= 0) {
        sides[bond] = onOneSide(structure, bond, first, second) ? 1 : -1;
      }
    }
    return sides;
  }

  private static int otherNeighbour(StereoMolecule structure, int bond, int end) {
    int atom = structure.getBondAtom(end, bond);
    for (int i = 0; i < structure.getConnAtoms(atom); i++) {
      if (structure.getConnAtom(atom, i) != structure.getBondAtom(1 - end, bond)) {
        return structure.getConnAtom(atom, i);
      }
    }
    return -1;
  }
}
