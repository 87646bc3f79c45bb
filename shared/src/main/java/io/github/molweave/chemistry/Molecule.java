package io.github.molweave.chemistry;

import com.actelion.research.chem.StereoMolecule;

/** A molecule that {@link MoleculeReader} has read: atoms, bonds and stereo centres. Immutable. */
public final class Molecule {
  private final String smiles;
  private final StereoMolecule structure;

  Molecule(String smiles, StereoMolecule structure) {
    this.smiles = smiles;
    this.structure = structure;
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

  /** OpenChemLib's view, a copy because OpenChemLib's algorithms write into what they are given. */
  StereoMolecule structure() {
    return new StereoMolecule(structure);
  }
}
