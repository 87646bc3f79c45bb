package io.github.molweave.chemistry;

import com.actelion.research.chem.StereoMolecule;

/** Turns a layout so that it fills its frame: in a wide one a long molecule lies. */
final class LayoutTurn {
  /** In steps of 30 degrees, so that six-membered rings stand as upright as before. */
  private static final int TURNS = 6;

  /** Room for labels around the atoms, in bond lengths. */
  private static final double LABELS = 1.2;

  /** A turn that makes the drawing less than a tenth larger is not worth it. */
  private static final double WORTH = 1.1;

  private static final double[] COSINE = {1, 0.8660254037844386, 0.5, 0, -0.5, -0.8660254037844386};
  private static final double[] SINE = {0, 0.5, 0.8660254037844386, 1, 0.8660254037844386, 0.5};

  private LayoutTurn() {}

  /** Turns {@code structure} for a frame of the given sides; wedges go with it. */
  static void apply(StereoMolecule structure, int width, int height) {
    int best = 0;
    double bestBond = WORTH * bondLength(structure, 0, width, height);
    for (int turn = 1; turn < TURNS; turn++) {
      double bond = bondLength(structure, turn, width, height);
      if (bond > bestBond) {
        best = turn;
        bestBond = bond;
      }
    }
    if (best != 0) {
      turn(structure, best);
    }
  }

  /** How long a bond is when the turned layout just fits, at most what drawings allow. */
  private static double bondLength(StereoMolecule structure, int turn, int width, int height) {
    double left = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (int atom = 0; atom < structure.getAllAtoms(); atom++) {
      double x = turnedX(structure, atom, turn);
      double y = turnedY(structure, atom, turn);
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
    double unit = structure.getAverageBondLength();
    double across = width / ((right - left) / unit + LABELS);
    double down = height / ((bottom - top) / unit + LABELS);
    return Math.min(Math.min(across, down), CommandDepictor.LONGEST_BOND * Math.min(width, height));
  }

  private static void turn(StereoMolecule structure, int turn) {
    int stereo = structure.getHelperArrayStatus() & StereoMolecule.cHelperBitsStereo;
    for (int atom = 0; atom < structure.getAllAtoms(); atom++) {
      double x = turnedX(structure, atom, turn);
      double y = turnedY(structure, atom, turn);
      structure.setAtomX(atom, x);
      structure.setAtomY(atom, y);
    }
    structure.ensureHelperArrays(StereoMolecule.cHelperRings);
    structure.setParitiesValid(stereo);
  }

  private static double turnedX(StereoMolecule structure, int atom, int turn) {
    return COSINE[turn] * structure.getAtomX(atom) - SINE[turn] * structure.getAtomY(atom);
  }

  private static double turnedY(StereoMolecule structure, int atom, int turn) {
    return SINE[turn] * structure.getAtomX(atom) + COSINE[turn] * structure.getAtomY(atom);
  }
}
