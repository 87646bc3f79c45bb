package io.github.molweave.tokens;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits SELFIES into its bracketed symbols and the dots between fragments. Text outside brackets
 * is no SELFIES; it is split character by character, so that whoever looks it up can name it.
 */
public final class SelfiesTokenizer {
  private SelfiesTokenizer() {}

  /** The symbols of {@code selfies}; none for the empty text. Joined, they are the text again. */
  public static List<String> split(String selfies) {
    List<String> symbols = new ArrayList<>();
    int at = 0;
    while (at < selfies.length()) {
      int end =
          selfies.charAt(at) == '['
              ? SmilesTokenizer.bracketEnd(selfies, at)
              : SmilesTokenizer.characterEnd(selfies, at);
      symbols.add(selfies.substring(at, end));
      at = end;
    }
    return symbols;
  }
}
