package io.github.molweave.smiles;

/**
 * Reads one bracket atom: isotope, element, stereo mark, hydrogens, charge, atom map, in this
 * order. Holds the last one read; made once and used again and again.
 *
 * <p>Source: OpenSMILES 1.0, section 3.1, as RDKit 2022.09.3 reads it: {@code ++} but not {@code
 * +++}, {@code [#6]} for carbon, and no digit after the element hydrogen itself.
 */
final class BracketReader {
  /** Numbers from here on are refused. */
  private static final int TOO_BIG = 100_000_000;

  int element;
  int flags;
  int hydrogens;
  int charge;

  /** After a failure: what is wrong and where. */
  SmilesProblem problem;

  int problemPosition;

  private String text;
  private int at;
  private int end;

  /**
   * Reads the bracket that opens at {@code start}.
   *
   * @return one after its closing bracket, or -1
   */
  int read(String text, int start) {
    this.text = text;
    at = start + 1;
    end = text.length();
    element = 0;
    flags = AtomFlags.BRACKET;
    hydrogens = 0;
    charge = 0;
    problem = null;
    boolean read = isotope() && element() && stereo() && hydrogens() && charge() && map();
    this.text = "";
    return read ? at : -1;
  }

  private boolean fail(SmilesProblem problem, int position) {
    this.problem = problem;
    problemPosition = position;
    return false;
  }

  private char peek() {
    return at < end ? text.charAt(at) : 0;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** The number at {@code at}, or -1 when there is none or it is too big. */
  private int number() {
    char first = peek();
    if (!isDigit(first)) {
      return -1;
    }
    at++;
    int value = first - '0';
    if (value == 0) {
      return 0;
    }
    while (isDigit(peek())) {
      value = 10 * value + (text.charAt(at++) - '0');
      if (value >= TOO_BIG) {
        return -1;
      }
    }
    return value;
  }

  private boolean isotope() {
    if (isDigit(peek())) {
      int value = number();
      if (value < 0) {
        return fail(SmilesProblem.BRACKET, at);
      }
      if (value > 0) {
        flags |= AtomFlags.ISOTOPE;
      }
    }
    return true;
  }

  private boolean element() {
    int start = at;
    char first = peek();
    char second = at + 1 < end ? text.charAt(at + 1) : 0;
    if (first == '*') {
      at++;
      return true;
    }
    if (first == '#') {
      at++;
      element = number();
      boolean known = element >= 0 && element <= Elements.HIGHEST;
      return known || fail(SmilesProblem.ELEMENT, start);
    }
    if (first >= 'a' && first <= 'z') {
      return aromatic(first, second);
    }
    if (first < 'A' || first > 'Z') {
      return fail(SmilesProblem.BRACKET, start);
    }
    element = Elements.numberOf(first, second);
    if (element != 0) {
      at += second >= 'a' && second <= 'z' ? 2 : 1;
      return true;
    }
    element = Elements.numberOf(first, ' ');
    at++;
    return element != 0 || fail(SmilesProblem.ELEMENT, start);
  }

  private boolean aromatic(char first, char second) {
    int start = at;
    element = Elements.aromaticNumberOf(first, second);
    if (element == 0) {
      return fail(SmilesProblem.ELEMENT, start);
    }
    flags |= AtomFlags.AROMATIC;
    at += element == Elements.aromaticNumberOf(first, ' ') ? 1 : 2;
    return true;
  }

  private boolean stereo() {
    boolean plainHydrogen = text.charAt(at - 1) == 'H';
    if (peek() != '@' || plainHydrogen) {
      return true;
    }
    int start = at++;
    if (peek() == '@') {
      at++;
      return true;
    }
    int most = most(peek(), at + 1 < end ? text.charAt(at + 1) : 0);
    if (most < 0) {
      return true;
    }
    at += 2;
    if (most > 2) {
      flags |= AtomFlags.BEYOND_TETRAHEDRAL;
    }
    return !isDigit(peek()) || within(number(), most) || fail(SmilesProblem.STEREO, start);
  }

  private static boolean within(int number, int most) {
    return number >= 0 && number <= most;
  }

  /** The greatest permutation number of a stereo class, or -1 when the letters are none. */
  private static int most(char first, char second) {
    if ((first == 'T' && second == 'H') || (first == 'A' && second == 'L')) {
      return 2;
    }
    if (first == 'S' && second == 'P') {
      return 3;
    }
    if (first == 'T' && second == 'B') {
      return 20;
    }
    return first == 'O' && second == 'H' ? 30 : -1;
  }

  private boolean hydrogens() {
    if (peek() != 'H') {
      return true;
    }
    at++;
    hydrogens = 1;
    if (isDigit(peek())) {
      hydrogens = number();
    }
    return hydrogens >= 0 || fail(SmilesProblem.BRACKET, at);
  }

  private boolean charge() {
    char sign = peek();
    if (sign != '+' && sign != '-') {
      return true;
    }
    at++;
    int size = 1;
    if (peek() == sign) {
      at++;
      size = 2;
    } else if (isDigit(peek())) {
      size = number();
    }
    charge = sign == '+' ? size : -size;
    return size >= 0 || fail(SmilesProblem.BRACKET, at);
  }

  private boolean map() {
    if (peek() == ':') {
      at++;
      if (number() < 0) {
        return fail(SmilesProblem.BRACKET, at);
      }
    }
    if (peek() != ']') {
      return fail(SmilesProblem.BRACKET, at);
    }
    at++;
    return true;
  }
}
