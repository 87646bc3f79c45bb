package io.github.molweave.tokens;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits SMILES as chemists read it: {@code Cl}, {@code Br}, {@code [...]} and {@code %nn} are one
 * token each, every other character is one. Knows no chemistry: any text splits, and the tokens
 * joined are the text again ({@code TokenizerPropertyTest}).
 */
public final class SmilesTokenizer {
  private SmilesTokenizer() {}

  /**
   * The tokens of {@code smiles}; none for the empty text. A bracket that is never closed goes on
   * to the next bracket or the end, and a {@code %} takes what digits it has, at most two.
   */
  public static List<String> split(String smiles) {
    List<String> tokens = new ArrayList<>();
    int at = 0;
    while (at < smiles.length()) {
      int end = tokenEnd(smiles, at);
      tokens.add(smiles.substring(at, end));
      at = end;
    }
    return tokens;
  }

  private static int tokenEnd(String text, int at) {
    char first = text.charAt(at);
    char second = at + 1 < text.length() ? text.charAt(at + 1) : 0;
    if (first == '[') {
      return bracketEnd(text, at);
    }
    if (first == '%') {
      int end = at + 1;
      while (end < text.length() && end < at + 3 && isDigit(text.charAt(end))) {
        end++;
      }
      return end;
    }
    boolean twoLetters = (first == 'C' && second == 'l') || (first == 'B' && second == 'r');
    return twoLetters ? at + 2 : characterEnd(text, at);
  }

  /** One after the bracket that begins at {@code at}, closed or not. */
  static int bracketEnd(String text, int at) {
    for (int end = at + 1; end < text.length(); end++) {
      if (text.charAt(end) == ']') {
        return end + 1;
      }
      if (text.charAt(end) == '[') {
        return end;
      }
    }
    return text.length();
  }

  /** One after the character at {@code at}, which may take two UTF-16 units. */
  static int characterEnd(String text, int at) {
    boolean pair =
        at + 1 < text.length()
            && Character.isHighSurrogate(text.charAt(at))
            && Character.isLowSurrogate(text.charAt(at + 1));
    return pair ? at + 2 : at + 1;
  }

  /** Whether {@code token} is only the beginning of one: {@code [nH}, {@code %} or {@code %1}. */
  static boolean isUnfinished(String token) {
    return isOpenBracket(token) || (token.startsWith("%") && token.length() < 3);
  }

  static boolean isOpenBracket(String token) {
    return token.startsWith("[") && !token.endsWith("]");
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
