package io.github.molweave.chemistry;

import com.actelion.research.chem.Molecule;
import com.actelion.research.chem.StereoMolecule;
import com.actelion.research.chem.coords.CoordinateInventor;

/** Places for the atoms on paper, wedges for the stereo centres. */
final class StructureLayout {
  /** Any value will do as long as it is always the same: the layout tries random turns. */
  private static final long SEED = 1;

  private StructureLayout() {}

  /**
   * Writes coordinates and wedges into {@code structure}, and leaves out explicit hydrogens. Quick,
   * and not for looking at: parts may lie on top of each other.
   */
  static void sketch(StereoMolecule structure) {
    CoordinateInventor inventor = new CoordinateInventor();
    inventor.setRandomSeed(SEED);
    inventor.invent(structure);
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
