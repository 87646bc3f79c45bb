package io.github.molweave.smiles;

/** What is written of an atom beside its element, as bits. */
final class AtomFlags {
  /** Lower case. */
  static final int AROMATIC = 1;

  /** In brackets: no hydrogens beyond those written. */
  static final int BRACKET = 2;

  /** With a mass number other than zero. */
  static final int ISOTOPE = 4;

  /** With a stereo class for more than four neighbours, or for four in a plane. */
  static final int BEYOND_TETRAHEDRAL = 8;

  private AtomFlags() {}
}
