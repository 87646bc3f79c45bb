package io.github.molweave.modelfile;

/**
 * JSON as it is written into model files: no spaces, text escaped as little as JSON allows. Gson's
 * own writer is not used because it takes regular expressions and all the world's currencies with
 * it into the page: 300 kB. {@link JsonReading} is for the other way.
 */
final class JsonText {
  private static final String HEX = "0123456789abcdef";

  private final StringBuilder text = new StringBuilder();

  JsonText beginObject() {
    return open('{');
  }

  JsonText endObject() {
    text.append('}');
    return this;
  }

  JsonText beginArray() {
    return open('[');
  }

  JsonText endArray() {
    text.append(']');
    return this;
  }

  JsonText name(String name) {
    value(name);
    text.append(':');
    return this;
  }

  JsonText value(int number) {
    separate();
    text.append(number);
    return this;
  }

  JsonText value(String value) {
    separate();
    text.append('"');
    for (int at = 0; at < value.length(); at++) {
      append(value.charAt(at));
    }
    text.append('"');
    return this;
  }

  private JsonText open(char bracket) {
    separate();
    text.append(bracket);
    return this;
  }

  /** A comma, unless what stands before is an opening or a name. */
  private void separate() {
    char before = text.isEmpty() ? '[' : text.charAt(text.length() - 1);
    if (before != '[' && before != '{' && before != ':') {
      text.append(',');
    }
  }

  private void append(char c) {
    switch (c) {
      case '"', '\\' -> text.append('\\').append(c);
      case '\t' -> text.append("\\t");
      case '\b' -> text.append("\\b");
      case '\n' -> text.append("\\n");
      case '\r' -> text.append("\\r");
      case '\f' -> text.append("\\f");
      default -> {
        // The last two end a line in JavaScript, so that JSON with them could not be pasted there.
        if (c < 0x20 || c == '\u2028' || c == '\u2029') {
          text.append("\\u");
          for (int shift = 12; shift >= 0; shift -= 4) {
            text.append(HEX.charAt((c >> shift) & 15));
          }
        } else {
          text.append(c);
        }
      }
    }
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
