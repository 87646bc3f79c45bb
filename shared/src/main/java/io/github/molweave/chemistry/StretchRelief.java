package io.github.molweave.chemistry;

import com.actelion.research.chem.StereoMolecule;

/**
 * Lays large rings out anew in which a bond is far too long, or a double bond is drawn with another
 * geometry than the SMILES says: OpenChemLib closes some so. Bonds and angles act as springs and
 * atoms push each other away; small rings keep their shape.
 */
final class StretchRelief {
  /** In average bond lengths; rings drawn in perspective reach 2. */
  private static final double TOO_LONG = 2.2;

  private static final int STEPS = 300;

  /** Beginnings that are tried. */
  private static final int VARIANTS = 5;

  private static final double WRONG = 10;
  private static final double SMALL_RING = 7;
  private static final double BOND_FORCE = 0.2;
  private static final double ANGLE_FORCE = 0.1;
  private static final double PUSH = 0.05;

  /** Between the ends of an angle of 120 degrees. */
  private static final double ANGLE_SPAN = 1.7320508;

  /** Between the neighbours of a double bond on one side of it, and across. */
  private static final double CIS_SPAN = 2;

  private static final double TRANS_SPAN = 2.6457513;

  /** Atoms nearer than this push each other away. */
  private static final double REACH = 1.9;

  private static final int MOST_ATOMS = 150;

  private final StereoMolecule structure;
  private final int atoms;
  private final double unit;
  private final double[] x;
  private final double[] y;
  private final double[] span;
  private final double[] force;

  private StretchRelief(StereoMolecule structure, double unit) {
    this.structure = structure;
    this.unit = unit;
    this.atoms = structure.getAllAtoms();
    this.x = new double[atoms];
    this.y = new double[atoms];
    this.span = new double[atoms * atoms];
    this.force = new double[atoms * atoms];
    for (int atom = 0; atom < atoms; atom++) {
      x[atom] = structure.getAtomX(atom) / unit;
      y[atom] = structure.getAtomY(atom) / unit;
    }
  }

  /**
   * Lays out anew what is faulty.
   *
   * @param structure with coordinates and helper arrays of rings
   */
  static void apply(StereoMolecule structure) {
    double unit = usualLength(structure);
    int faulty = -1;
    for (int bond = 0; bond < structure.getBonds(); bond++) {
      if (structure.getBondLength(bond) > TOO_LONG * unit
          || DoubleBondSides.isDrawnWrong(structure, bond)) {
        faulty = bond;
      }
    }
    if (faulty < 0 || structure.getAllAtoms() > MOST_ATOMS) {
      return;
    }
    StretchRelief best = null;
    double bestFault = fault(structure);
    LargeRing ring = LargeRing.through(structure, faulty);
    for (int variant = 0; variant < (ring == null ? 1 : VARIANTS); variant++) {
      StretchRelief relief = new StretchRelief(structure, unit);
      relief.tie();
      double fault = relief.settle(ring, variant);
      if (fault < bestFault) {
        best = relief;
        bestFault = fault;
      }
    }
    if (best != null) {
      best.write();
    }
  }

  /** What is wrong with a layout: a double bond with the wrong geometry weighs most. */
  private static double fault(StereoMolecule structure) {
    double fault = WRONG * DoubleBondSides.countWrong(structure);
    double unit = usualLength(structure);
    for (int bond = 0; bond < structure.getBonds(); bond++) {
      fault += Math.abs(structure.getBondLength(bond) / unit - 1);
    }
    return fault + new LayoutCrowding(structure).score();
  }

  /** Lets the springs find the shape; the structure is afterwards as it was before. */
  private double settle(LargeRing ring, int variant) {
    double[] oldX = x.clone();
    double[] oldY = y.clone();
    if (ring != null) {
      ring.layOut(variant, x, y);
    }
    for (int step = 0; step < STEPS; step++) {
      step();
    }
    write();
    double fault = fault(structure);
    for (int atom = 0; atom < atoms; atom++) {
      structure.setAtomX(atom, oldX[atom] * unit);
      structure.setAtomY(atom, oldY[atom] * unit);
    }
    return fault;
  }

  private static double usualLength(StereoMolecule structure) {
    double[] lengths = new double[structure.getAllBonds()];
    for (int bond = 0; bond < lengths.length; bond++) {
      lengths[bond] = structure.getBondLength(bond);
    }
    java.util.Arrays.sort(lengths);
    return lengths.length == 0 ? 1 : lengths[lengths.length / 2];
  }

  private void tie() {
    for (int middle = 0; middle < atoms; middle++) {
      for (int i = 0; i < structure.getAllConnAtoms(middle); i++) {
        for (int j = 0; j < i; j++) {
          tie(structure.getConnAtom(middle, i), structure.getConnAtom(middle, j), ANGLE_SPAN);
        }
      }
    }
    for (int bond = 0; bond < structure.getAllBonds(); bond++) {
      if (structure.getBondOrder(bond) == 2) {
        tieAcross(bond);
      }
    }
    for (int ring = 0; ring < structure.getRingSet().getSize(); ring++) {
      int[] members = structure.getRingSet().getRingAtoms(ring);
      for (int i = 0; members.length <= SMALL_RING && i < members.length; i++) {
        for (int j = 0; j < i; j++) {
          double right = x[members[i]] - x[members[j]];
          double down = y[members[i]] - y[members[j]];
          tie(members[i], members[j], Math.sqrt(right * right + down * down));
        }
      }
    }
    for (int bond = 0; bond < structure.getAllBonds(); bond++) {
      int from = structure.getBondAtom(0, bond);
      int to = structure.getBondAtom(1, bond);
      span[from * atoms + to] = 1;
      span[to * atoms + from] = 1;
      force[from * atoms + to] = BOND_FORCE;
      force[to * atoms + from] = BOND_FORCE;
    }
  }

  /** So that a double bond keeps its geometry. */
  private void tieAcross(int bond) {
    int first = structure.getBondAtom(0, bond);
    int second = structure.getBondAtom(1, bond);
    for (int i = 0; i < structure.getAllConnAtoms(first); i++) {
      for (int j = 0; j < structure.getAllConnAtoms(second); j++) {
        int one = structure.getConnAtom(first, i);
        int other = structure.getConnAtom(second, j);
        if (one != second && other != first && one != other) {
          boolean cis = DoubleBondSides.areCis(structure, bond, one, other);
          tie(one, other, cis ? CIS_SPAN : TRANS_SPAN);
        }
      }
    }
  }

  private void tie(int one, int other, double length) {
    span[one * atoms + other] = length;
    span[other * atoms + one] = length;
    force[one * atoms + other] = ANGLE_FORCE;
    force[other * atoms + one] = ANGLE_FORCE;
  }

  private void step() {
    double[] moveX = new double[atoms];
    double[] moveY = new double[atoms];
    for (int one = 0; one < atoms; one++) {
      for (int other = 0; other < one; other++) {
        double right = x[one] - x[other];
        double down = y[one] - y[other];
        double distance = Math.max(Math.sqrt(right * right + down * down), 0.01);
        double wanted = span[one * atoms + other];
        double strength = force[one * atoms + other];
        if (strength == 0) {
          wanted = REACH;
          strength = distance < REACH ? PUSH : 0;
        }
        double pull = strength * (wanted - distance) / distance;
        moveX[one] += pull * right;
        moveY[one] += pull * down;
        moveX[other] -= pull * right;
        moveY[other] -= pull * down;
      }
    }
    for (int atom = 0; atom < atoms; atom++) {
      x[atom] += moveX[atom];
      y[atom] += moveY[atom];
    }
  }

  private void write() {
    for (int atom = 0; atom < atoms; atom++) {
      structure.setAtomX(atom, x[atom] * unit);
      structure.setAtomY(atom, y[atom] * unit);
    }
  }
}
