package io.github.molweave.chemistry;

import com.actelion.research.chem.StereoMolecule;

/**
 * How much of a layout lies on top of itself: atoms too close to each other, atoms on the bonds of
 * others, bonds that cross. Lengths are in average bond lengths.
 */
final class LayoutCrowding {
  /** Closest that two atoms come in a layout without fault, by how many of them have labels. */
  private static final double[] ROOM = {0.8, 1.0, 1.25};

  /** Closest that an atom comes to a bond of others, by whether it has a label. */
  private static final double[] BOND_ROOM = {0.35, 0.5};

  private static final double CROSSING = 0.3;

  private final StereoMolecule structure;
  private final double unit;
  private final int[] labels;

  LayoutCrowding(StereoMolecule structure) {
    this.structure = structure;
    this.unit = structure.getAverageBondLength();
    this.labels = new int[structure.getAllAtoms()];
    for (int atom = 0; atom < labels.length; atom++) {
      boolean plainCarbon = structure.getAtomicNo(atom) == 6 && structure.getAtomCharge(atom) == 0;
      labels[atom] = plainCarbon ? 0 : 1;
    }
  }

  /** 0 when nothing is too close, more the worse. */
  double score() {
    double score = 0;
    for (int atom = 0; atom < labels.length; atom++) {
      score += crowding(atom);
    }
    int bonds = structure.getAllBonds();
    for (int bond = 0; bond < bonds; bond++) {
      for (int other = 0; other < bond; other++) {
        score += cross(bond, other) ? CROSSING : 0;
      }
    }
    return score;
  }

  /** The part of the score that this atom has in pairs with earlier ones and with all bonds. */
  private double crowding(int atom) {
    double score = 0;
    for (int other = 0; other < atom; other++) {
      double room = ROOM[labels[atom] + labels[other]];
      double distance = distance(atom, other);
      if (distance < room && structure.getBond(atom, other) == -1) {
        score += room - distance;
      }
    }
    for (int bond = 0; bond < structure.getAllBonds(); bond++) {
      if (structure.getBondAtom(0, bond) != atom && structure.getBondAtom(1, bond) != atom) {
        score += Math.max(BOND_ROOM[labels[atom]] - distanceToBond(atom, bond), 0);
      }
    }
    return score;
  }

  private double distance(int atom, int other) {
    double x = structure.getAtomX(atom) - structure.getAtomX(other);
    double y = structure.getAtomY(atom) - structure.getAtomY(other);
    return Math.sqrt(x * x + y * y) / unit;
  }

  private double distanceToBond(int atom, int bond) {
    int from = structure.getBondAtom(0, bond);
    int to = structure.getBondAtom(1, bond);
    double x = structure.getAtomX(to) - structure.getAtomX(from);
    double y = structure.getAtomY(to) - structure.getAtomY(from);
    double right = structure.getAtomX(atom) - structure.getAtomX(from);
    double down = structure.getAtomY(atom) - structure.getAtomY(from);
    double length = x * x + y * y;
    double share = length == 0 ? 0 : (right * x + down * y) / length;
    share = Math.min(Math.max(share, 0), 1);
    double awayX = right - share * x;
    double awayY = down - share * y;
    return Math.sqrt(awayX * awayX + awayY * awayY) / unit;
  }

  private boolean cross(int bond, int other) {
    int a = structure.getBondAtom(0, bond);
    int b = structure.getBondAtom(1, bond);
    int c = structure.getBondAtom(0, other);
    int d = structure.getBondAtom(1, other);
    if (a == c || a == d || b == c || b == d) {
      return false;
    }
    return !LayoutSides.onOneSide(structure, bond, c, d)
        && !LayoutSides.onOneSide(structure, other, a, b);
  }
}
