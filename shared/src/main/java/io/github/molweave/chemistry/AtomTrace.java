package io.github.molweave.chemistry;

import com.actelion.research.chem.StereoMolecule;

/**
 * A molecule being read that remembers which atom of the text each of its atoms is. OpenChemLib
 * moves hydrogens to the end and other atoms into their places, and adds hydrogens of its own. The
 * first coordinate, which reading does not use, goes with its atom through all of that.
 */
final class AtomTrace extends StereoMolecule {
  private static final long serialVersionUID = 1L;

  private int written;

  /** Also called by OpenChemLib for each atom of the text, in its order. */
  @Override
  public int addAtom(int atomicNumber) {
    int atom = super.addAtom(atomicNumber);
    written++;
    setAtomX(atom, written);
    return atom;
  }

  /**
   * For each atom of the text the index of its atom here; then removes the traces.
   *
   * @param atoms how many atoms the text has
   */
  int[] finish(int atoms) {
    int[] order = new int[atoms];
    int stereo = getHelperArrayStatus() & cHelperBitsStereo;
    for (int atom = 0; atom < getAllAtoms(); atom++) {
      int number = (int) getAtomX(atom) - 1;
      if (number >= 0 && number < atoms) {
        order[number] = atom;
      }
      setAtomX(atom, 0);
    }
    // What was read of stereo centres does not hang on coordinates.
    ensureHelperArrays(cHelperRings);
    setParitiesValid(stereo);
    return order;
  }
}
