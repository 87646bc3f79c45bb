package io.github.molweave.trainer.corpus;

import io.github.molweave.smiles.Smiles;
import io.github.molweave.smiles.SmilesProblem;
import io.github.molweave.smiles.Validity;

/**
 * Why a line is no molecule: its spelling, which tells names, headings and cut lines from
 * molecules, or its chemistry.
 *
 * @param reason {@link DropReason#UNKNOWN_ELEMENT}, {@link DropReason#NOT_SMILES} or {@link
 *     DropReason#NO_MOLECULE}
 * @param detail what is wrong and where
 */
record Spelling(DropReason reason, String detail) {

  /** The first fault of {@code text}, or null when there is none. */
  static Spelling faultIn(String text) {
    if (Smiles.isValid(text) || !(Smiles.check(text) instanceof Validity.Invalid invalid)) {
      return null;
    }
    boolean chemistry =
        switch (invalid.problem()) {
          case VALENCE, AROMATIC_CHAIN, AROMATICITY -> true;
          default -> false;
        };
    if (chemistry) {
      return new Spelling(DropReason.NO_MOLECULE, words(invalid));
    }
    boolean letter =
        invalid.problem() == SmilesProblem.SYMBOL
            && Character.isLetter(text.charAt(invalid.position()));
    boolean element = letter || invalid.problem() == SmilesProblem.ELEMENT;
    return new Spelling(
        element ? DropReason.UNKNOWN_ELEMENT : DropReason.NOT_SMILES, words(invalid));
  }

  private static String words(Validity.Invalid invalid) {
    return invalid.message() + " (character " + (invalid.position() + 1) + ")";
  }
}
