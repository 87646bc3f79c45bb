package io.github.molweave.smiles;

/** How a bond is written. */
public enum BondKind {
  /** Nothing is written: aromatic between two aromatic atoms, otherwise single. */
  PLAIN(""),
  /** {@code -} */
  SINGLE("-"),
  /** {@code =} */
  DOUBLE("="),
  /** {@code #} */
  TRIPLE("#"),
  /** {@code $} */
  QUADRUPLE("$"),
  /** {@code :} */
  AROMATIC(":"),
  /** {@code /}: as {@link #PLAIN}, with a direction. */
  UP("/"),
  /** {@code \}: as {@link #PLAIN}, with a direction. */
  DOWN("\\"),
  /** {@code ->}: the electrons come from the atom before it, whose valence it does not touch. */
  DATIVE_FORWARD("->"),
  /** {@code <-}: the electrons come from the atom after it. */
  DATIVE_BACKWARD("<-"),
  /** {@code ~}: any bond; it takes nothing of the valence. */
  ANY("~");

  private final String symbol;

  BondKind(String symbol) {
    this.symbol = symbol;
  }

  /** As it is written; empty for {@link #PLAIN}. */
  public String symbol() {
    return symbol;
  }

  /** The kind that begins with {@code first}, or null. */
  static BondKind of(char first, char second) {
    return switch (first) {
      case '-' -> second == '>' ? DATIVE_FORWARD : SINGLE;
      case '=' -> DOUBLE;
      case '#' -> TRIPLE;
      case '$' -> QUADRUPLE;
      case ':' -> AROMATIC;
      case '/' -> UP;
      case '\\' -> DOWN;
      case '<' -> second == '-' ? DATIVE_BACKWARD : null;
      case '~' -> ANY;
      default -> null;
    };
  }

  /** Characters taken, {@code next} being the one after the first: a doubled backslash is one. */
  int length(char next) {
    boolean two =
        this == DATIVE_FORWARD || this == DATIVE_BACKWARD || (this == DOWN && next == '\\');
    return two ? 2 : 1;
  }

  /** Whether the two atoms decide the order: nothing written, or only a direction. */
  boolean isUnspecified() {
    return this == PLAIN || this == UP || this == DOWN;
  }

  /** Twice what the bond takes of each end's valence; dative ones are the graph's to split. */
  int twiceOrder() {
    return switch (this) {
      case DOUBLE -> 4;
      case TRIPLE -> 6;
      case QUADRUPLE -> 8;
      case AROMATIC -> 3;
      case ANY -> 0;
      default -> 2;
    };
  }
}
