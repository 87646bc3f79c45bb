package io.github.molweave.chemistry;

import com.actelion.research.chem.Molecule;
import com.actelion.research.chem.StereoMolecule;
import com.actelion.research.chem.coords.CoordinateInventor;

/** Places for the atoms on paper, wedges for the stereo centres. */
final class StructureLayout {
  /** Any value will do as long as it is always the same: the layout tries random turns. */
  private static final long SEED = 1;

  /** What {@link #branching} is of the least branched cages, those of adamantane's kind. */
  static final int LEAST_OF_CAGES = 4;

  private StructureLayout() {}

  /**
   * Writes coordinates and wedges into {@code structure}, and leaves out explicit hydrogens. Quick,
   * and not for looking at: parts may lie on top of each other.
   */
  static void sketch(StereoMolecule structure) {
    CoordinateInventor inventor =
        new CoordinateInventor(
            branching(structure) < LEAST_OF_CAGES
                ? CoordinateInventor.MODE_DEFAULT | CoordinateInventor.MODE_SKIP_DEFAULT_TEMPLATES
                : CoordinateInventor.MODE_DEFAULT);
    inventor.setRandomSeed(SEED);
    inventor.invent(structure);
  }

  /**
   * How many ring bonds the atoms have beyond the two of a simple ring, all together. The templates
   * of the layout are cages (fullerenes, adamantanes, cubanes), and to prepare them takes longer
   * than a hundred drawings: what is branched less can hold none of them.
   */
  static int branching(StereoMolecule structure) {
    structure.ensureHelperArrays(Molecule.cHelperRings);
    int branching = 0;
    for (int atom = 0; atom < structure.getAtoms(); atom++) {
      branching += Math.max(0, structure.getAtomRingBondCount(atom) - 2);
    }
    return branching;
  }

  /** Writes coordinates and wedges as {@link #sketch} does, then frees what lies on other parts. */
  static void arrange(StereoMolecule structure) {
    sketch(structure);
    int stereo = structure.getHelperArrayStatus() & StereoMolecule.cHelperBitsStereo;
    structure.ensureHelperArrays(StereoMolecule.cHelperRings);
    relieve(structure);
    structure.setParitiesValid(stereo);
    structure.setStereoBondsFromParity();
    // Better open than wrong: where the geometry could not be had, the bond is crossed.
    for (int bond = 0; bond < structure.getBonds(); bond++) {
      if (DoubleBondSides.isDrawnWrong(structure, bond)) {
        structure.setBondType(bond, Molecule.cBondTypeCross);
      }
    }
  }

  private static void relieve(StereoMolecule structure) {
    double[] x = new double[structure.getAllAtoms()];
    double[] y = new double[x.length];
    for (int atom = 0; atom < x.length; atom++) {
      x[atom] = structure.getAtomX(atom);
      y[atom] = structure.getAtomY(atom);
    }
    int wrong = DoubleBondSides.countWrong(structure);
    StretchRelief.apply(structure);
    structure.ensureHelperArrays(StereoMolecule.cHelperRings);
    CrowdingRelief.apply(structure);
    structure.ensureHelperArrays(StereoMolecule.cHelperRings);
    if (DoubleBondSides.countWrong(structure) > wrong) {
      for (int atom = 0; atom < x.length; atom++) {
        structure.setAtomX(atom, x[atom]);
        structure.setAtomY(atom, y[atom]);
      }
      structure.ensureHelperArrays(StereoMolecule.cHelperRings);
    }
  }
}
