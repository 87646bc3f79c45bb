package io.github.molweave.graph;

/**
 * A coarse sorting of atoms by element and aromaticity, each kind one bit of an {@code int}, so
 * that a pattern can be refused without looking closer.
 */
public final class AtomKind {
  /** The bits of all kinds. */
  public static final int ALL = (1 << 22) - 1;

  /** The bits of the kinds that are aromatic. */
  public static final int AROMATIC = 0x2AAAAA;

  private AtomKind() {}

  /** The bit of an atom. Elements without a kind of their own share one. */
  public static int bit(int atomicNumber, boolean aromatic) {
    int kind =
        switch (atomicNumber) {
          case 6 -> 0;
          case 7 -> 1;
          case 8 -> 2;
          case 16 -> 3;
          case 9 -> 4;
          case 17 -> 5;
          case 35 -> 6;
          case 53 -> 7;
          case 15 -> 8;
          case 1 -> 9;
          default -> 10;
        };
    return 1 << (2 * kind + (aromatic ? 1 : 0));
  }

  /** Whether {@code atomicNumber} has kinds of its own. */
  public static boolean isOwn(int atomicNumber) {
    return bit(atomicNumber, false) != bit(0, false);
  }
}
