package io.github.molweave.tokens;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The immutable two-way table between tokens and ids 0..V-1, with the tokens that play a special
 * part. START is fed before the first token of a molecule; END, when drawn, finishes it; a mask
 * token is a step that leaves the hidden state unchanged (as Keras masks do).
 */
public final class Vocabulary {
  /** In place of an id: the model has no such token. */
  public static final int NONE = -1;

  /** How the START token is spelled in files that Molweave trains. */
  public static final String START = "<start>";

  /** How the END token is spelled in files that Molweave trains. */
  public static final String END = "<end>";

  private final List<String> tokens;
  private final Map<String, Integer> ids = new HashMap<>();
  private final int start;
  private final int end;
  private final int maskToken;

  /**
   * @param tokens the spelling of each id, in id order, distinct and not empty
   * @param start id of START
   * @param end id of END or {@link #NONE}
   * @param maskToken id of the mask token or {@link #NONE}
   * @throws IllegalArgumentException when a token is empty or repeated, or an id is out of range
   */
  public Vocabulary(List<String> tokens, int start, int end, int maskToken) {
    this.tokens = List.copyOf(tokens);
    for (int id = 0; id < this.tokens.size(); id++) {
      String token = this.tokens.get(id);
      if (token.isEmpty()) {
        throw new IllegalArgumentException("token " + id + " is empty");
      }
      Integer earlier = ids.put(token, id);
      if (earlier != null) {
        throw new IllegalArgumentException(
            "token '" + token + "' stands at " + earlier + " and again at " + id);
      }
    }
    this.start = checked("start", start, start);
    this.end = checked("end", end, NONE);
    this.maskToken = checked("mask", maskToken, NONE);
  }

  private int checked(String what, int id, int none) {
    boolean absent = id == NONE && none == NONE;
    if (!absent && (id < 0 || id >= tokens.size())) {
      throw new IllegalArgumentException(
          "the " + what + " token's id " + id + " is not in 0.." + (tokens.size() - 1));
    }
    return id;
  }

  /** V, the number of tokens. */
  public int size() {
    return tokens.size();
  }

  /** All tokens in id order. */
  public List<String> tokens() {
    return tokens;
  }

  /** The spelling of {@code id}. */
  public String token(int id) {
    return tokens.get(id);
  }

  /** The id of {@code token}, or {@link #NONE} when it is unknown. */
  public int id(String token) {
    Integer id = ids.get(token);
    return id == null ? NONE : id;
  }

  /** The id fed before the first token. */
  public int start() {
    return start;
  }

  /** The id that finishes a molecule, or {@link #NONE}. */
  public int end() {
    return end;
  }

  /** The id of a step without effect on the hidden state, or {@link #NONE}. */
  public int maskToken() {
    return maskToken;
  }

  /** Whether {@code id} is text of a molecule: neither START, END nor the mask token. */
  public boolean isText(int id) {
    return id != start && id != end && id != maskToken;
  }
}
