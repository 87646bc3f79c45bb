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
  private final int atoms;
  private final int[] labels;
  private final boolean[] bonded;
  private final int[] from;
  private final int[] to;
  private final double[] x;
  private final double[] y;

  LayoutCrowding(StereoMolecule structure) {
    this.structure = structure;
    this.unit = structure.getAverageBondLength();
    this.atoms = structure.getAllAtoms();
    this.labels = new int[atoms];
    this.bonded = new boolean[atoms * atoms];
    this.from = new int[structure.getAllBonds()];
    this.to = new int[from.length];
    this.x = new double[atoms];
    this.y = new double[atoms];
    for (int atom = 0; atom < atoms; atom++) {
      boolean plainCarbon = structure.getAtomicNo(atom) == 6 && structure.getAtomCharge(atom) == 0;
      labels[atom] = plainCarbon ? 0 : 1;
    }
    for (int bond = 0; bond < from.length; bond++) {
      from[bond] = structure.getBondAtom(0, bond);
      to[bond] = structure.getBondAtom(1, bond);
      bonded[from[bond] * atoms + to[bond]] = true;
      bonded[to[bond] * atoms + from[bond]] = true;
    }
  }

  /** 0 when nothing is too close, more the worse. */
  double score() {
    for (int atom = 0; atom < atoms; atom++) {
      x[atom] = structure.getAtomX(atom) / unit;
      y[atom] = structure.getAtomY(atom) / unit;
    }
    double score = 0;
    for (int atom = 0; atom < atoms; atom++) {
      score += closeAtoms(atom);
    }
    for (int bond = 0; bond < from.length; bond++) {
      score += closeToBond(bond) + CROSSING * crossings(bond);
    }
    return score;
  }

  /** The faults between an atom and earlier ones. */
  private double closeAtoms(int atom) {
    double fault = 0;
    for (int other = 0; other < atom; other++) {
      double room = ROOM[labels[atom] + labels[other]];
      double right = x[atom] - x[other];
      double down = y[atom] - y[other];
      double square = right * right + down * down;
      if (square < room * room && !bonded[atom * atoms + other]) {
        fault += room - Math.sqrt(square);
      }
    }
    return fault;
  }

  private double closeToBond(int bond) {
    int start = from[bond];
    int end = to[bond];
    double alongX = x[end] - x[start];
    double alongY = y[end] - y[start];
    double length = Math.max(alongX * alongX + alongY * alongY, 0.000001);
    double fault = 0;
    for (int atom = 0; atom < atoms; atom++) {
      double right = x[atom] - x[start];
      double down = y[atom] - y[start];
      double share = (right * alongX + down * alongY) / length;
      double room = BOND_ROOM[labels[atom]];
      if (atom != start && atom != end && share > -1 && share < 2) {
        share = Math.min(Math.max(share, 0), 1);
        double awayX = right - share * alongX;
        double awayY = down - share * alongY;
        double square = awayX * awayX + awayY * awayY;
        if (square < room * room) {
          fault += room - Math.sqrt(square);
        }
      }
    }
    return fault;
  }

  /** How many earlier bonds a bond crosses. */
  private int crossings(int bond) {
    int a = from[bond];
    int b = to[bond];
    int count = 0;
    for (int other = 0; other < bond; other++) {
      int c = from[other];
      int d = to[other];
      if (a != c && a != d && b != c && b != d && part(a, b, c, d) && part(c, d, a, b)) {
        count++;
      }
    }
    return count;
  }

  /** Whether the line through two atoms parts two others. */
  private boolean part(int start, int end, int one, int two) {
    double alongX = x[end] - x[start];
    double alongY = y[end] - y[start];
    double first = alongX * (y[one] - y[start]) - alongY * (x[one] - x[start]);
    double second = alongX * (y[two] - y[start]) - alongY * (x[two] - x[start]);
    return first > 0 != second > 0;
  }
}
