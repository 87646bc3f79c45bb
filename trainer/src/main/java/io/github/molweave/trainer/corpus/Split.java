package io.github.molweave.trainer.corpus;

/**
 * Decides by its text alone whether a molecule is held out for validation. Hence a molecule stays
 * on its side when the corpus grows or is shuffled, and equal strings are never on both sides.
 *
 * @param fraction the part that is held out, 0..0.5
 */
public record Split(double fraction) {
  private static final double TWO_53 = 9007199254740992.0;

  /** Whether {@code smiles} is held out. */
  public boolean holdsOut(String smiles) {
    return place(smiles) < fraction;
  }

  /** Where {@code smiles} stands in [0, 1), as if drawn uniformly. */
  static double place(String smiles) {
    return (hash(smiles) >>> 11) / TWO_53;
  }

  /**
   * FNV-1a over the UTF-16 code units, then the finaliser of SplitMix64 to spread short strings.
   */
  private static long hash(String smiles) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < smiles.length(); i++) {
      hash = (hash ^ smiles.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
    return hash ^ (hash >>> 31);
  }
}
