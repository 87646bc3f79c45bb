package io.github.molweave.smarts;

import io.github.molweave.smarts.AtomTest.Both;
import io.github.molweave.smarts.AtomTest.Either;
import io.github.molweave.smarts.AtomTest.Environment;
import io.github.molweave.smarts.AtomTest.Not;
import io.github.molweave.smarts.AtomTest.Primitive;

/** Reads what a pattern asks of an atom, in brackets or without. */
final class AtomParser {
  private static final int UNWRITTEN = -1;

  private final String text;
  private int position;

  AtomParser(String text, int position) {
    this.text = text;
    this.position = position;
  }

  /** Where the atom ends. */
  int position() {
    return position;
  }

  AtomTest parse() {
    if (!skip('[')) {
      boolean halogen = text.startsWith("Cl", position) || text.startsWith("Br", position);
      return symbol(halogen ? 2 : 1);
    }
    AtomTest test = alternatives();
    while (skip(';')) {
      test = new Both(test, alternatives());
    }
    if (!skip(']')) {
      throw unsupported();
    }
    return test;
  }

  private AtomTest alternatives() {
    AtomTest test = product();
    while (skip(',')) {
      test = new Either(test, product());
    }
    return test;
  }

  private AtomTest product() {
    AtomTest test = single();
    while (skip('&') || (position < text.length() && ";,]".indexOf(text.charAt(position)) < 0)) {
      test = new Both(test, single());
    }
    return test;
  }

  private AtomTest single() {
    if (skip('!')) {
      return new Not(single());
    }
    if (skip('$')) {
      return environment();
    }
    if (position >= text.length()) {
      throw unsupported();
    }
    char first = text.charAt(position);
    if (first >= '0' && first <= '9') {
      return new Primitive(AtomProperty.ISOTOPE, number());
    }
    switch (first) {
      case '#', '+', '-', 'H', 'D', 'X', 'v', 'R', 'r' -> {
        if (ElementSymbols.lengthAt(text, position, 2) == 2) {
          return symbol(2);
        }
        position++;
        return counted(first, number());
      }
      default -> {
        return symbol(2);
      }
    }
  }

  private static AtomTest counted(char letter, int number) {
    int orOne = number == UNWRITTEN ? 1 : number;
    return switch (letter) {
      case '#' -> new Primitive(AtomProperty.ELEMENT, number);
      case '+' -> new Primitive(AtomProperty.CHARGE, orOne);
      case '-' -> new Primitive(AtomProperty.CHARGE, -orOne);
      case 'H' -> new Primitive(AtomProperty.HYDROGENS, orOne);
      case 'D' -> new Primitive(AtomProperty.DEGREE, orOne);
      case 'X' -> new Primitive(AtomProperty.CONNECTIVITY, orOne);
      case 'v' -> new Primitive(AtomProperty.VALENCE, orOne);
      default -> {
        if (number != UNWRITTEN && letter == 'r') {
          throw new IllegalArgumentException("ring sizes are not supported: r" + number);
        }
        yield number == UNWRITTEN
            ? new Primitive(AtomProperty.IN_RING, 0)
            : new Primitive(AtomProperty.RINGS, number);
      }
    };
  }

  private AtomTest environment() {
    int start = position + 1;
    int depth = 0;
    do {
      if (position >= text.length()) {
        throw unsupported();
      }
      char symbol = text.charAt(position++);
      depth += symbol == '(' ? 1 : symbol == ')' ? -1 : 0;
    } while (depth > 0);
    return new Environment(SmartsPattern.of(text.substring(start, position - 1)));
  }

  private AtomTest symbol(int longest) {
    if (skip('*')) {
      return new Primitive(AtomProperty.ANY, 0);
    }
    int length = ElementSymbols.lengthAt(text, position, longest);
    if (length > 0) {
      String symbol = text.substring(position, position + length);
      position += length;
      boolean aromatic = symbol.charAt(0) >= 'a';
      return new Primitive(
          aromatic ? AtomProperty.AROMATIC_ELEMENT : AtomProperty.ALIPHATIC_ELEMENT,
          ElementSymbols.atomicNumber(symbol));
    }
    if (skip('A')) {
      return new Primitive(AtomProperty.ALIPHATIC, 0);
    }
    if (skip('a')) {
      return new Primitive(AtomProperty.AROMATIC, 0);
    }
    throw unsupported();
  }

  private int number() {
    int start = position;
    int value = 0;
    while (position < text.length()
        && text.charAt(position) >= '0'
        && text.charAt(position) <= '9') {
      value = 10 * value + (text.charAt(position++) - '0');
    }
    return position == start ? UNWRITTEN : value;
  }

  private boolean skip(char symbol) {
    if (position < text.length() && text.charAt(position) == symbol) {
      position++;
      return true;
    }
    return false;
  }

  private IllegalArgumentException unsupported() {
    return new IllegalArgumentException("no atom at " + position + ": " + text);
  }
}
