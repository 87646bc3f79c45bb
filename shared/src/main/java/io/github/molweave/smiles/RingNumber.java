package io.github.molweave.smiles;

/** Ring numbers: one digit, {@code %} and two, or {@code %(} and one to five and {@code )}. */
final class RingNumber {
  private RingNumber() {}

  /** The number that begins at {@code start}, or -1. */
  static int read(String text, int start) {
    int end = end(text, start);
    if (end < 0) {
      return -1;
    }
    int value = 0;
    for (int at = start; at < end; at++) {
      char c = text.charAt(at);
      if (c >= '0' && c <= '9') {
        value = 10 * value + (c - '0');
      }
    }
    return value;
  }

  /** One after the number that begins at {@code start}, or -1. */
  static int end(String text, int start) {
    if (isDigit(text, start)) {
      return start + 1;
    }
    if (start >= text.length() || text.charAt(start) != '%') {
      return -1;
    }
    if (isDigit(text, start + 1)) {
      // RDKit knows no %01: the first of two digits is not zero.
      boolean two = text.charAt(start + 1) != '0' && isDigit(text, start + 2);
      return two ? start + 3 : -1;
    }
    if (start + 1 >= text.length() || text.charAt(start + 1) != '(') {
      return -1;
    }
    int at = start + 2;
    while (at < start + 7 && isDigit(text, at)) {
      at++;
    }
    boolean closed = at > start + 2 && at < text.length() && text.charAt(at) == ')';
    return closed ? at + 1 : -1;
  }

  private static boolean isDigit(String text, int at) {
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }
}
