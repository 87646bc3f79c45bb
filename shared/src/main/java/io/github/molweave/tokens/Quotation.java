package io.github.molweave.tokens;

/** Text from outside, made fit to stand in a one-line message: short, quoted, nothing invisible. */
public final class Quotation {
  private static final int LONGEST = 60;

  private Quotation() {}

  /**
   * {@code text} in single quotes; what is beyond 60 characters becomes three dots, and each
   * control character a space, so that no file can write to a terminal through a message.
   */
  public static String of(String text) {
    int shown = Math.min(text.length(), LONGEST);
    StringBuilder quoted = new StringBuilder(shown + 5).append('\'');
    for (int at = 0; at < shown; at++) {
      quoted.append(isControl(text.charAt(at)) ? ' ' : text.charAt(at));
    }
    return quoted.append(shown < text.length() ? "...'" : "'").toString();
  }

  private static boolean isControl(char c) {
    boolean rightToLeftTrick = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || rightToLeftTrick || Character.isSurrogate(c);
  }
}
