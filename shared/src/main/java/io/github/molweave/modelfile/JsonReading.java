package io.github.molweave.modelfile;

/**
 * Reads JSON piece by piece, as RFC 8259 has it and nothing more. Written here because a library's
 * reader, which also takes what is not JSON, would be a tenth of the engine in the page.
 *
 * <p>Every method throws {@link NotJsonException} at what is no JSON.
 */
final class JsonReading {
  /** What a value is, by its beginning. */
  enum Kind {
    OBJECT,
    ARRAY,
    STRING,
    NUMBER,
    LITERAL
  }

  /** The text is no JSON; or its values are read in another order than it has them. */
  static final class NotJsonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotJsonException(int at) {
      super("character " + at);
    }
  }

  private static final String[] LITERALS = {"true", "false", "null"};

  private final String text;
  private int at;

  /** Whether a bracket has just been opened: no comma comes next. */
  private boolean opened;

  JsonReading(String text) {
    this.text = text;
  }

  /** How many characters have been read. */
  int position() {
    return at;
  }

  /** Steps into the object or array that comes next. */
  void open(Kind kind) {
    blanks();
    expect(kind == Kind.OBJECT ? '{' : '[');
    opened = true;
  }

  /** Whether the opened object or array goes on; if not, steps out of it. */
  boolean more(Kind kind) {
    blanks();
    if (next() == (kind == Kind.OBJECT ? '}' : ']')) {
      at++;
      opened = false;
      return false;
    }
    if (!opened) {
      expect(',');
    }
    opened = false;
    return true;
  }

  /** The name that comes next in an object, with its colon. */
  String name() {
    String name = string();
    blanks();
    expect(':');
    return name;
  }

  /** What the value that comes next is. */
  Kind kind() {
    blanks();
    char first = next();
    if (first == '-' || isDigit(first)) {
      return Kind.NUMBER;
    }
    return switch (first) {
      case '{' -> Kind.OBJECT;
      case '[' -> Kind.ARRAY;
      case '"' -> Kind.STRING;
      default -> {
        for (String literal : LITERALS) {
          if (text.startsWith(literal, at)) {
            yield Kind.LITERAL;
          }
        }
        throw wrong();
      }
    };
  }

  /** The string that comes next. */
  String string() {
    blanks();
    expect('"');
    StringBuilder value = new StringBuilder();
    for (char c = next(); c != '"'; c = next()) {
      if (c < 0x20) {
        throw wrong();
      }
      at++;
      value.append(c == '\\' ? escaped() : c);
    }
    at++;
    refuseHalfPairs(value);
    return value.toString();
  }

  /** The number that comes next, as it is written. */
  String number() {
    blanks();
    int start = at;
    skip('-');
    if (!skip('0')) {
      digits();
    }
    if (skip('.')) {
      digits();
    }
    if (skip('e') || skip('E')) {
      if (!skip('+')) {
        skip('-');
      }
      digits();
    }
    return text.substring(start, at);
  }

  /** Refuses anything but blanks after the value. */
  void end() {
    blanks();
    if (at < text.length()) {
      throw wrong();
    }
  }

  /** Half a surrogate pair, which only escapes can write, is no character. */
  private void refuseHalfPairs(StringBuilder value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < value.length()
              && Character.isLowSurrogate(value.charAt(i + 1));
      if (pair) {
        i++;
      } else if (Character.isSurrogate(c)) {
        throw wrong();
      }
    }
  }

  private char escaped() {
    char c = next();
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unit();
      default -> throw wrong();
    };
  }

  private char unit() {
    int unit = 0;
    for (int left = 4; left > 0; left--) {
      char c = next();
      char lower = (char) (c | 0x20);
      if (!isDigit(c) && (lower < 'a' || lower > 'f')) {
        throw wrong();
      }
      unit = unit << 4 | (isDigit(c) ? c - '0' : lower - 'a' + 10);
      at++;
    }
    return (char) unit;
  }

  private void digits() {
    if (!isDigit(next())) {
      throw wrong();
    }
    while (isDigit(next())) {
      at++;
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private void blanks() {
    while (" \t\r\n".indexOf(next()) >= 0) {
      at++;
    }
  }

  private boolean skip(char c) {
    if (next() != c) {
      return false;
    }
    at++;
    return true;
  }

  private void expect(char c) {
    if (!skip(c)) {
      throw wrong();
    }
  }

  /** The next character; at the end 0, which no JSON has outside of escapes. */
  private char next() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  private NotJsonException wrong() {
    return new NotJsonException(at);
  }
}
