package io.github.molweave.trainer.replay;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Percent-escapes of UTF-8, as {@code decodeURIComponent} of a browser reads them. */
final class PercentEscapes {
  /** What a browser's {@code encodeURIComponent} leaves alone, and what a link keeps readable. */
  private static final String READABLE = "-_.!~*'()=@/,";

  private PercentEscapes() {}

  /**
   * The text without escapes; empty when one is no pair of digits or together they are no UTF-8.
   */
  static Optional<String> decoded(String text) {
    StringBuilder decoded = new StringBuilder();
    for (int at = 0; at < text.length(); ) {
      if (text.charAt(at) != '%') {
        decoded.append(text.charAt(at++));
        continue;
      }
      ByteArrayOutputStream run = new ByteArrayOutputStream();
      for (; at < text.length() && text.charAt(at) == '%'; at += 3) {
        int value = at + 2 < text.length() ? pair(text.charAt(at + 1), text.charAt(at + 2)) : -1;
        if (value < 0) {
          return Optional.empty();
        }
        run.write(value);
      }
      try {
        ByteBuffer bytes = ByteBuffer.wrap(run.toByteArray());
        decoded.append(StandardCharsets.UTF_8.newDecoder().decode(bytes));
      } catch (CharacterCodingException malformed) {
        return Optional.empty();
      }
    }
    return Optional.of(decoded.toString());
  }

  /** The escaped form of visible ASCII text. */
  static String encoded(String text) {
    StringBuilder encoded = new StringBuilder();
    for (int at = 0; at < text.length(); at++) {
      char letter = text.charAt(at);
      if (isLetterOrDigit(letter) || READABLE.indexOf(letter) >= 0) {
        encoded.append(letter);
      } else {
        encoded.append('%').append(digit(letter >> 4)).append(digit(letter & 15));
      }
    }
    return encoded.toString();
  }

  private static boolean isLetterOrDigit(char letter) {
    return (letter >= 'a' && letter <= 'z')
        || (letter >= 'A' && letter <= 'Z')
        || (letter >= '0' && letter <= '9');
  }

  private static char digit(int value) {
    return "0123456789ABCDEF".charAt(value);
  }

  private static int pair(char high, char low) {
    int first = hexadecimal(high);
    int second = hexadecimal(low);
    return first < 0 || second < 0 ? -1 : first << 4 | second;
  }

  private static int hexadecimal(char letter) {
    return letter < 128 ? Character.digit(letter, 16) : -1;
  }
}
