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
   * @param id the kind of fault: the id of a {@link io.github.molweave.smiles.SmilesProblem} or of
   *     a {@link ReadProblem}, and an anchor in {@code docs/troubleshooting.md}
   * @param position where, in characters from 0, or -1 when it has no one place
   * @param related a second place that belongs to it, such as where a ring was opened, or -1
   * @param reason what is wrong, words for the reader of the page; plain text, never markup
   */
  record Rejected(String id, int position, int related, String reason) implements Reading {}
}
