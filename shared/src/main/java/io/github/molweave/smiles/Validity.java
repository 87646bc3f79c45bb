package io.github.molweave.smiles;

/** Whether a text is a molecule. */
public sealed interface Validity {

  /**
   * It is one.
   *
   * @param atoms number of atoms written, without hydrogens that are only counted
   */
  record Valid(int atoms) implements Validity {}

  /**
   * It is none.
   *
   * @param problem the kind of fault
   * @param position where, in UTF-16 units from 0; the length of the text for a fault at its end
   * @param related a second place that belongs to it, such as where a ring was opened, or -1
   * @param message what is wrong, words for the reader of the page; plain text, never markup, and
   *     quoted text is fit for one line
   */
  record Invalid(SmilesProblem problem, int position, int related, String message)
      implements Validity {}
}
