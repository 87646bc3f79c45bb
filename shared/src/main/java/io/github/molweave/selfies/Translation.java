package io.github.molweave.selfies;

/** What came of translating a text. */
public sealed interface Translation {

  /**
   * The text in the other notation.
   *
   * @param text never empty
   */
  record Translated(String text) implements Translation {}

  /**
   * The text cannot be translated.
   *
   * @param problem the kind of fault
   * @param position where in the given text, in characters from 0
   * @param reason what is wrong, words for a reader; plain text, never markup
   */
  record Refused(SelfiesProblem problem, int position, String reason) implements Translation {
    /** The reason and the place, counted from 1 as people do. */
    public String message() {
      return reason + " (character " + (position + 1) + ")";
    }
  }
}
