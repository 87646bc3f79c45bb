package io.github.molweave.tokens;

import java.util.List;

/** A text holds a token that the vocabulary lacks; the message names it, its place and its kin. */
public final class UnknownTokenException extends RuntimeException {
  private static final int BEFORE = 20;
  private static final int AFTER = 30;

  private final String token;
  private final String text;
  private final int position;
  private final List<String> nearest;

  UnknownTokenException(Vocabulary vocabulary, String token, String text, int position) {
    this(token, text, position, NearestTokens.to(token, vocabulary));
  }

  private UnknownTokenException(String token, String text, int position, List<String> nearest) {
    super(message(token, text, position, nearest));
    this.token = token;
    this.text = text;
    this.position = position;
    this.nearest = nearest;
  }

  private static String message(String token, String text, int position, List<String> nearest) {
    int from = Math.max(0, position - BEFORE);
    int to = Math.min(text.length(), position + AFTER);
    String around =
        (from > 0 ? "..." : "") + text.substring(from, to) + (to < text.length() ? "..." : "");
    StringBuilder message = new StringBuilder("unknown token ").append(Quotation.of(token));
    message.append(" at character ").append(position + 1).append(" of ");
    message.append(Quotation.of(around));
    for (int at = 0; at < nearest.size(); at++) {
      message.append(at == 0 ? "; the nearest known tokens are " : ", ");
      message.append(Quotation.of(nearest.get(at)));
    }
    return message.toString();
  }

  /** The token that is not in the vocabulary. */
  public String token() {
    return token;
  }

  /** The whole text, as given. */
  public String text() {
    return text;
  }

  /** Where the token begins in the text, counted from 0; the message counts from 1. */
  public int position() {
    return position;
  }

  /** At most three tokens of the vocabulary, the likeliest meant first; never a special one. */
  public List<String> nearest() {
    return nearest;
  }
}
