package io.github.molweave.smarts;

/** Reads what a pattern asks of a bond. {@code ;} binds weakest, then {@code ,}, then {@code &}. */
final class BondParser {
  private final String text;
  private int position;

  BondParser(String text, int position) {
    this.text = text;
    this.position = position;
  }

  /** Where the bond ends. */
  int position() {
    return position;
  }

  /** The test, or null when no bond is written. */
  BondTest parse() {
    if (!isBond()) {
      return null;
    }
    BondTest test = alternatives();
    while (skip(';')) {
      test = new BondTest.Both(test, alternatives());
    }
    return test;
  }

  private BondTest alternatives() {
    BondTest test = product();
    while (skip(',')) {
      test = new BondTest.Either(test, product());
    }
    return test;
  }

  private BondTest product() {
    BondTest test = single();
    while (skip('&') || isBond()) {
      test = new BondTest.Both(test, single());
    }
    return test;
  }

  private BondTest single() {
    if (skip('!')) {
      return new BondTest.Not(single());
    }
    if (!isBond()) {
      throw new IllegalArgumentException("no bond at " + position + ": " + text);
    }
    return switch (text.charAt(position++)) {
      case '-' -> BondTest.Kind.SINGLE;
      case '=' -> BondTest.Kind.DOUBLE;
      case '#' -> BondTest.Kind.TRIPLE;
      case ':' -> BondTest.Kind.AROMATIC;
      case '@' -> BondTest.Kind.IN_RING;
      default -> BondTest.Kind.ANY;
    };
  }

  private boolean isBond() {
    return position < text.length() && "!-=#:@~".indexOf(text.charAt(position)) >= 0;
  }

  private boolean skip(char symbol) {
    if (position < text.length() && text.charAt(position) == symbol) {
      position++;
      return true;
    }
    return false;
  }
}
