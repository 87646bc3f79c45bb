package io.github.molweave.tokens;

import java.util.List;

/** Text to token ids and back. */
public final class TokenIds {
  private TokenIds() {}

  /**
   * The ids of the tokens of {@code text}, without START and END; none for the empty text.
   *
   * @throws UnknownTokenException at the first token that is not text of the vocabulary, the
   *     special tokens included
   */
  public static int[] encode(Vocabulary vocabulary, Notation notation, String text) {
    return encode(vocabulary, notation.split(text), text);
  }

  /** The ids of {@code tokens}, the first tokens of {@code text}. */
  static int[] encode(Vocabulary vocabulary, List<String> tokens, String text) {
    int[] ids = new int[tokens.size()];
    int position = 0;
    for (int at = 0; at < ids.length; at++) {
      String token = tokens.get(at);
      ids[at] = vocabulary.id(token);
      if (ids[at] == Vocabulary.NONE || !vocabulary.isText(ids[at])) {
        throw new UnknownTokenException(vocabulary, token, text, position);
      }
      position += token.length();
    }
    return ids;
  }

  /**
   * The text that {@code ids} spell; START, END and the mask token spell nothing.
   *
   * @throws IllegalArgumentException when an id is not in the vocabulary
   */
  public static String decode(Vocabulary vocabulary, int[] ids) {
    StringBuilder text = new StringBuilder();
    for (int id : ids) {
      if (id < 0 || id >= vocabulary.size()) {
        throw new IllegalArgumentException(
            "token id " + id + " is not in 0.." + (vocabulary.size() - 1));
      }
      if (vocabulary.isText(id)) {
        text.append(vocabulary.token(id));
      }
    }
    return text.toString();
  }
}
