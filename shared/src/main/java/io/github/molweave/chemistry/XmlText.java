package io.github.molweave.chemistry;

/** Any text as XML character data or as an attribute's value. */
final class XmlText {
  private static final char REPLACEMENT = '\uFFFD';

  private XmlText() {}

  /**
   * Escapes the five characters with a meaning; whatever XML 1.0 cannot hold (most control
   * characters, halves of surrogate pairs) becomes U+FFFD.
   */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char symbol = text.charAt(i);
      switch (symbol) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> {
          if (isPair(text, i)) {
            escaped.append(symbol).append(text.charAt(++i));
          } else {
            escaped.append(isAllowed(symbol) ? symbol : REPLACEMENT);
          }
        }
      }
    }
    return escaped.toString();
  }

  private static boolean isPair(String text, int at) {
    return Character.isHighSurrogate(text.charAt(at))
        && at + 1 < text.length()
        && Character.isLowSurrogate(text.charAt(at + 1));
  }

  private static boolean isAllowed(char symbol) {
    if (symbol < ' ') {
      return symbol == '\t' || symbol == '\n' || symbol == '\r';
    }
    return symbol < '\uD800' || (symbol > '\uDFFF' && symbol < '\uFFFE');
  }
}
