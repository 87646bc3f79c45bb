package io.github.molweave.trainer.corpus;

import io.github.molweave.trainer.spelling.Skeleton;
import io.github.molweave.trainer.spelling.SpelledMolecule;
import io.github.molweave.trainer.spelling.SplitMix;

/**
 * Decides by the molecule's skeleton alone whether it is held out for validation. Hence a molecule
 * stays on its side when the corpus grows or is shuffled, and its other spellings, tautomers and
 * stereoisomers are on the same side.
 *
 * @param fraction the part that is held out, 0..0.5
 */
record Split(double fraction) {
  private static final double TWO_53 = 9007199254740992.0;

  /** Whether the molecule with this {@link #key} is held out. */
  boolean holdsOut(long key) {
    return place(key) < fraction;
  }

  /** Where it stands in [0, 1), as if drawn uniformly. */
  static double place(long key) {
    return (key >>> 11) / TWO_53;
  }

  /** {@link Skeleton} of {@code smiles}, or of its mere text when it cannot be spelled anew. */
  static long key(String smiles) {
    SpelledMolecule molecule = SpelledMolecule.read(smiles);
    return molecule == null ? textKey(smiles) : Skeleton.of(molecule);
  }

  /** FNV-1a over the UTF-16 code units, spread. */
  private static long textKey(String smiles) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < smiles.length(); i++) {
      hash = (hash ^ smiles.charAt(i)) * 0x100000001b3L;
    }
    return SplitMix.mixed(hash);
  }
}
