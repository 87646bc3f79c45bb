package io.github.molweave.trainer.conversion;

import java.util.Random;

/** Text with one thing wrong: a piece missing or standing twice, another number, another letter. */
final class Damage {
  private static final String[] PIECES = {
    "[]",
    "{}",
    "null",
    "-1",
    "0",
    "1e9",
    "99999999999",
    "\"\"",
    "\"GRU\"",
    "true",
    ",",
    "[[[]]]",
    "4.5"
  };

  private Damage() {}

  static String of(String text, Random random) {
    int from = random.nextInt(text.length());
    int to = Math.min(text.length(), from + 1 + random.nextInt(30));
    String piece = PIECES[random.nextInt(PIECES.length)];
    return switch (random.nextInt(5)) {
      case 0 -> text.substring(0, from) + text.substring(to);
      case 1 -> text.substring(0, to) + text.substring(from);
      case 2 ->
          text.substring(0, from) + (char) (32 + random.nextInt(95)) + text.substring(from + 1);
      case 3 -> valueReplaced(text, from, "0123456789", piece);
      default -> valueReplaced(text, from, "[{\"", piece);
    };
  }

  /** The next value that begins with one of {@code beginnings}, with what it holds, replaced. */
  private static String valueReplaced(String text, int from, String beginnings, String piece) {
    int start = from;
    while (start < text.length() && beginnings.indexOf(text.charAt(start)) < 0) {
      start++;
    }
    if (start == text.length()) {
      return text.substring(0, from);
    }
    int end = start + 1;
    int depth = "[{".indexOf(text.charAt(start)) < 0 ? 0 : 1;
    boolean quoted = text.charAt(start) == '"';
    while (end < text.length()) {
      char c = text.charAt(end);
      depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
      if (quoted ? c == '"' : depth <= 0 && !Character.isDigit(c)) {
        break;
      }
      end++;
    }
    boolean closes = quoted || "[{".indexOf(text.charAt(start)) >= 0;
    return text.substring(0, start)
        + piece
        + text.substring(Math.min(text.length(), closes ? end + 1 : end));
  }
}
