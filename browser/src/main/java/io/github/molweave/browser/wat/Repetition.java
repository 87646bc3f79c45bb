package io.github.molweave.browser.wat;

/**
 * The one thing that our WAT files have beyond WAT: {@code (each NAME COUNT FORM...)} stands for
 * every FORM written out COUNT times in a row, in which {@code {NAME}} is 0, 1, ... and {@code
 * {NAME*K}} is 0, K, 2 * K, .... It may be nested.
 */
final class Repetition {
  private static final String OPENING = "(each ";

  private final String text;
  private int at;

  private Repetition(String text) {
    this.text = text;
  }

  /**
   * {@code text} as plain WAT.
   *
   * @throws IllegalArgumentException when a bracket is missing or a COUNT is no number
   */
  static String expand(String text) {
    return new Repetition(text).expand();
  }

  private String expand() {
    StringBuilder out = new StringBuilder();
    while (at < text.length()) {
      if (text.startsWith(OPENING, at)) {
        out.append(each());
      } else {
        int from = at;
        skip();
        out.append(text, from, at);
      }
    }
    return out.toString();
  }

  /** Reads an {@code each} and returns what it stands for. */
  private String each() {
    int start = at;
    at += OPENING.length();
    String name = word();
    int count = Integer.parseInt(word());
    StringBuilder out = new StringBuilder();
    while (at < text.length() && text.charAt(at) != ')') {
      int from = at;
      form();
      String form = text.substring(from, at);
      if (form.startsWith("(")) {
        for (int i = 0; i < count; i++) {
          out.append(expand(numbered(form, name, i))).append('\n');
        }
      }
    }
    if (at == text.length()) {
      throw new IllegalArgumentException("no bracket closes " + text.substring(start).strip());
    }
    at++;
    return out.toString();
  }

  private String word() {
    int from = at;
    while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    String word = text.substring(from, at);
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return word;
  }

  /** Passes one whole form in brackets, or one character or comment between forms. */
  private void form() {
    int depth = 0;
    do {
      char c = text.charAt(at);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      skip();
    } while (depth > 0 && at < text.length());
  }

  /** Passes one character, or a comment as a whole: brackets in it count for nothing. */
  private void skip() {
    if (text.startsWith(";;", at)) {
      int end = text.indexOf('\n', at);
      at = end < 0 ? text.length() : end;
    } else {
      at++;
    }
  }

  private static String numbered(String form, String name, int value) {
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (int open = form.indexOf('{'); open >= 0; open = form.indexOf('{', from)) {
      int close = form.indexOf('}', open);
      String inner = form.substring(open + 1, close);
      out.append(form, from, open);
      if (inner.equals(name)) {
        out.append(value);
      } else if (inner.startsWith(name + "*")) {
        out.append(value * Integer.parseInt(inner.substring(name.length() + 1)));
      } else {
        out.append(form, open, close + 1);
      }
      from = close + 1;
    }
    return out.append(form.substring(from)).toString();
  }
}
