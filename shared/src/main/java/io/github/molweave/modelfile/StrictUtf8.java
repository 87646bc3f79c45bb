package io.github.molweave.modelfile;

/** UTF-8 to text, refusing whatever is not UTF-8 instead of replacing it. */
final class StrictUtf8 {
  private StrictUtf8() {}

  /**
   * Decodes {@code bytes[from..to)}.
   *
   * @throws ModelFileException at the first overlong, cut or surrogate sequence
   */
  static String decode(byte[] bytes, int from, int to) {
    StringBuilder text = new StringBuilder(to - from);
    int at = from;
    while (at < to) {
      int lead = bytes[at];
      int length = lead >= 0 ? 1 : lengthOf(lead & 255);
      if (length == 0 || at + length > to) {
        throw bad(at);
      }
      int codePoint = length == 1 ? lead : lead & (0x7f >> length);
      for (int next = at + 1; next < at + length; next++) {
        if ((bytes[next] & 0xc0) != 0x80) {
          throw bad(at);
        }
        codePoint = codePoint << 6 | (bytes[next] & 0x3f);
      }
      if (!isShortest(codePoint, length)) {
        throw bad(at);
      }
      text.appendCodePoint(codePoint);
      at += length;
    }
    return text.toString();
  }

  private static int lengthOf(int lead) {
    if (lead >= 0xc2 && lead <= 0xdf) {
      return 2;
    }
    if (lead >= 0xe0 && lead <= 0xef) {
      return 3;
    }
    return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
  }

  private static boolean isShortest(int codePoint, int length) {
    boolean surrogate = codePoint >= 0xd800 && codePoint <= 0xdfff;
    int least = length == 3 ? 0x800 : length == 4 ? 0x10000 : 0;
    return codePoint >= least && codePoint <= 0x10ffff && !surrogate;
  }

  /** Whether {@code text} has only whole surrogate pairs, so that UTF-8 can hold it. */
  static boolean canEncode(String text) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (Character.isHighSurrogate(c)
          && at + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(at + 1))) {
        at++;
      } else if (Character.isSurrogate(c)) {
        return false;
      }
    }
    return true;
  }

  private static ModelFileException bad(int at) {
    return new ModelFileException(
        Problem.HEADER_NOT_UTF8, "byte " + at, "The header is not UTF-8 text");
  }
}
