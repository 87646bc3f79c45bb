package io.github.molweave.trainer.spelling;

import io.github.molweave.chemistry.CanonicalRanks;
import io.github.molweave.chemistry.Molecule;

/**
 * A spelling with the atoms in an order that does not depend on how the molecule was written.
 * Stereo marks, charges, and what is written as aromatic stay as they are.
 *
 * <p>Accuracy: {@code CanonicalSpellingTest}; of two spellings of a molecule some still differ,
 * where the marks of a double bond stand on other neighbours or its rings were written otherwise.
 */
public final class CanonicalSpelling {
  private CanonicalSpelling() {}

  /** The spelling of {@code molecule}, or null when it cannot be spelled anew. */
  public static String of(Molecule molecule) {
    SpelledMolecule spelled = SpelledMolecule.read(molecule.smiles());
    return spelled == null || spelled.size() != molecule.writtenAtoms()
        ? null
        : SpellingWriter.write(spelled, CanonicalRanks.of(molecule));
  }
}
