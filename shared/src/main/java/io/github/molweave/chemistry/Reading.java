package io.github.molweave.chemistry;

/** What came of reading a text: a molecule, or the reason why there is none. */
public sealed interface Reading {

  /**
   * The text is a molecule.
   *
   * @param molecule what it says
   */
  record Understood(Molecule molecule) implements Reading {}

  /**
   * The text is no molecule.
   *
   * @param problem the kind of fault
   * @param position where, in characters from 0, or -1 when it has no one place
   * @param reason what is wrong, a sentence for the reader of the page; plain text, never markup
   */
  record Rejected(ReadProblem problem, int position, String reason) implements Reading {}
}
