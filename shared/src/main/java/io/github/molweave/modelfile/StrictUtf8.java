package io.github.molweave.modelfile;

import java.util.Arrays;

/**
 * UTF-8 to text, refusing whatever is not UTF-8 instead of replacing it, and back. The JDK's way
 * back would take its character sets into the page, a twentieth of the engine.
 */
final class StrictUtf8 {
  /** Of one {@code char}: those beyond three bytes are two of them. */
  private static final int MOST_BYTES = 3;

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

  /** The bytes of {@code text}, which {@link #canEncode}. */
  static byte[] encode(String text) {
    byte[] bytes = new byte[MOST_BYTES * text.length()];
    int length = 0;
    for (int at = 0; at < text.length(); at++) {
      int codePoint = text.codePointAt(at);
      if (codePoint < 0x80) {
        bytes[length++] = (byte) codePoint;
        continue;
      }
      if (codePoint < 0x800) {
        bytes[length++] = (byte) (0xc0 | codePoint >> 6);
      } else {
        if (codePoint < 0x10000) {
          bytes[length++] = (byte) (0xe0 | codePoint >> 12);
        } else {
          at++;
          bytes[length++] = (byte) (0xf0 | codePoint >> 18);
          bytes[length++] = (byte) (0x80 | (codePoint >> 12 & 0x3f));
        }
        bytes[length++] = (byte) (0x80 | (codePoint >> 6 & 0x3f));
      }
      bytes[length++] = (byte) (0x80 | (codePoint & 0x3f));
    }
    return Arrays.copyOf(bytes, length);
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
