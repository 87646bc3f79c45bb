package io.github.molweave.tokens;

import java.util.ArrayList;
import java.util.List;

/**
 * Text that somebody is still typing: whole tokens, and at the end perhaps the beginning of one.
 *
 * @param tokens the whole tokens, all in the vocabulary
 * @param pending the characters after them that are not yet a token: {@code [nH}, {@code %1}, or
 *     {@code B} where only {@code Br} is known; empty when there are none. {@code C} is a token of
 *     its own as long as no {@code l} follows.
 */
public record TypedText(List<String> tokens, String pending) {

  /** Keeps its own list. */
  public TypedText {
    tokens = List.copyOf(tokens);
  }

  /**
   * Splits {@code text} as far as it goes.
   *
   * @throws UnknownTokenException at a token that no further typing can make known
   */
  public static TypedText of(Vocabulary vocabulary, Notation notation, String text) {
    List<String> tokens = notation.split(text);
    int whole = tokens.size();
    if (whole > 0 && isPending(vocabulary, notation, tokens.get(whole - 1))) {
      whole--;
    }
    // A list of its own: a view of the other would take all kinds of lists into the page.
    List<String> typed = new ArrayList<>();
    for (int at = 0; at < whole; at++) {
      typed.add(tokens.get(at));
    }
    TokenIds.encode(vocabulary, typed, text);
    return new TypedText(typed, whole < tokens.size() ? tokens.get(whole) : "");
  }

  /** The text of the whole tokens, fit to be the prefix of a molecule. */
  public String prefix() {
    return String.join("", tokens);
  }

  private static boolean isPending(Vocabulary vocabulary, Notation notation, String last) {
    if (notation.isUnfinished(last)) {
      return true;
    }
    if (vocabulary.id(last) != Vocabulary.NONE) {
      return false;
    }
    for (int id = 0; id < vocabulary.size(); id++) {
      if (vocabulary.isText(id) && vocabulary.token(id).startsWith(last)) {
        return true;
      }
    }
    return false;
  }
}
