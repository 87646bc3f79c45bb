package io.github.molweave.trainer.corpus;

import io.github.molweave.smiles.Scrutiny;
import io.github.molweave.smiles.Smiles;
import io.github.molweave.smiles.SmilesProblem;
import io.github.molweave.smiles.Validity;

/**
 * Whether a line is spelled as SMILES are, which tells names, headings and cut lines from
 * molecules. It does not look at valences.
 *
 * @param reason {@link DropReason#UNKNOWN_ELEMENT} or {@link DropReason#NOT_SMILES}
 * @param detail what is wrong and where
 */
record Spelling(DropReason reason, String detail) {

  /** The first fault of {@code text}, or null when there is none. */
  static Spelling faultIn(String text) {
    if (!(Smiles.check(text, Scrutiny.SPELLING) instanceof Validity.Invalid invalid)) {
      return null;
    }
    boolean letter =
        invalid.problem() == SmilesProblem.SYMBOL
            && Character.isLetter(text.charAt(invalid.position()));
    boolean element = letter || invalid.problem() == SmilesProblem.ELEMENT;
    return new Spelling(
        element ? DropReason.UNKNOWN_ELEMENT : DropReason.NOT_SMILES,
        invalid.message() + " (character " + (invalid.position() + 1) + ")");
  }
}
