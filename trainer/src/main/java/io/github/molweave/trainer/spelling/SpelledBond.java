package io.github.molweave.trainer.spelling;

import io.github.molweave.smiles.BondKind;

/** A bond of a SMILES, from the atom that stands first in the text. */
final class SpelledBond {
  /** Which way a bond leans, seen from {@link #from()} to {@link #to()}. */
  enum Lean {
    /** Nothing is said. */
    NONE,
    /** {@code /} */
    UP,
    /** {@code \} */
    DOWN;

    Lean opposite() {
      return switch (this) {
        case NONE -> NONE;
        case UP -> DOWN;
        case DOWN -> UP;
      };
    }
  }

  private final int from;
  private int to;
  private BondKind kind;
  private Lean lean;

  SpelledBond(int from, int to, BondKind written) {
    this.from = from;
    this.to = to;
    this.kind = written;
    this.lean = leanOf(written);
  }

  private static Lean leanOf(BondKind written) {
    return switch (written) {
      case UP -> Lean.UP;
      case DOWN -> Lean.DOWN;
      default -> Lean.NONE;
    };
  }

  /** Finishes a ring at {@code atom}, where {@code written} stands before the number. */
  void close(int atom, BondKind written) {
    to = atom;
    if (kind == BondKind.PLAIN) {
      kind = written;
      lean = leanOf(written).opposite();
    }
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  int other(int atom) {
    return atom == from ? to : from;
  }

  Lean lean() {
    return lean;
  }

  boolean isDouble() {
    return kind == BondKind.DOUBLE;
  }

  /** Whether it is written as a single bond or not at all. */
  boolean isSingle() {
    return kind == BondKind.PLAIN || kind == BondKind.SINGLE || lean != Lean.NONE;
  }

  /** The symbol of a bond without a lean. */
  String symbol() {
    return kind.symbol();
  }
}
