package io.github.molweave.chemistry;

import com.actelion.research.chem.StereoMolecule;

/** A molecule that {@link MoleculeReader} has read: atoms, bonds and stereo centres. Immutable. */
public final class Molecule {
  private final String smiles;
  private final StereoMolecule structure;
  private final int[] order;

  /**
   * A molecule.
   *
   * @param order for each atom of {@code smiles} the index of its atom in {@code structure}
   */
  Molecule(String smiles, StereoMolecule structure, int[] order) {
    this.smiles = smiles;
    structure.ensureHelperArrays(StereoMolecule.cHelperParities);
    this.structure = structure;
    this.order = order;
  }

  /** The SMILES it was read from, unchanged. */
  public String smiles() {
    return smiles;
  }

  /** Number of atoms that are not hydrogen, 0..{@value MoleculeReader#MAX_ATOMS}. */
  public int heavyAtoms() {
    int count = 0;
    for (int atom = 0; atom < structure.getAllAtoms(); atom++) {
      if (structure.getAtomicNo(atom) != 1) {
        count++;
      }
    }
    return count;
  }

  /** Number of atoms in the SMILES, hydrogens written as atoms included. */
  public int writtenAtoms() {
    return order.length;
  }

  /** OpenChemLib's view, a copy because OpenChemLib's algorithms write into what they are given. */
  StereoMolecule structure() {
    return new StereoMolecule(structure);
  }

  /** The structure itself, with neighbours and parities worked out: only to be read. */
  StereoMolecule perceived() {
    return structure;
  }

  /** The index in {@link #structure} of atom {@code written} of the SMILES. */
  int structureAtom(int written) {
    return order[written];
  }

  /**
   * The values of {@code highlights} for the atoms that a drawing shows. A hydrogen that is left
   * out of drawings lends its value to its neighbour, if that is higher.
   *
   * @return one for each atom of an arranged {@link #structure}, not a number for none
   * @throws IllegalArgumentException when there are highlights, but not one for each atom
   */
  double[] inStructureOrder(AtomHighlights highlights) {
    if (highlights.count() != 0 && highlights.count() != order.length) {
      throw new IllegalArgumentException(
          "there must be one highlight for each of the "
              + order.length
              + " atoms, not "
              + highlights.count());
    }
    StereoMolecule view = structure();
    view.ensureHelperArrays(StereoMolecule.cHelperNeighbours);
    double[] values = new double[view.getAtoms()];
    java.util.Arrays.fill(values, Double.NaN);
    for (int written = 0; written < highlights.count(); written++) {
      int atom = order[written];
      int shown = atom < values.length ? atom : view.getConnAtom(atom, 0);
      double value = highlights.value(written);
      if (!Double.isNaN(value) && !(values[shown] >= value)) {
        values[shown] = value;
      }
    }
    return values;
  }
}
