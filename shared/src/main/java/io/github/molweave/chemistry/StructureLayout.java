package io.github.molweave.chemistry;

import com.actelion.research.chem.StereoMolecule;
import com.actelion.research.chem.coords.CoordinateInventor;

/** Places for the atoms on paper, wedges for the stereo centres. */
final class StructureLayout {
  /** Any value will do as long as it is always the same: the layout tries random turns. */
  private static final long SEED = 1;

  private StructureLayout() {}

  /** Writes coordinates and wedges into {@code structure}, and leaves out explicit hydrogens. */
  static void arrange(StereoMolecule structure) {
    CoordinateInventor inventor = new CoordinateInventor();
    inventor.setRandomSeed(SEED);
    inventor.invent(structure);
  }
}
