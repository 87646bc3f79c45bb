package io.github.molweave.selfies;

/**
 * One symbol of SELFIES, read.
 *
 * @param kind what it does
 * @param order of the bond that it asks for, 1..3
 * @param digits how many symbols after it name a size; 0 for atoms
 * @param fromMark of an atom's bond or a ring's opening end, as in {@link MoleculeGraph.Bond}
 * @param toMark of a ring's closing end
 * @param atom for an atom, else null
 * @param digit that it stands for where a size is named
 */
record Symbol(
    Kind kind, int order, int digits, char fromMark, char toMark, AtomLabel atom, int digit) {

  /** What a symbol does. */
  enum Kind {
    /** Adds an atom. */
    ATOM,
    /** Opens a branch. */
    BRANCH,
    /** Joins the last atom to an earlier one. */
    RING,
    /** Ends its chain, {@code [epsilon]}. */
    STOP,
    /** Stands between fragments, the dot. */
    DOT
  }

  /** A symbol at its place in the text. */
  record Placed(Symbol symbol, int position) {}
}
