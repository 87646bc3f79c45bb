package io.github.molweave.smiles;

/**
 * One token of a SMILES, read once: {@code C}, {@code Cl}, {@code [13CH3-]}, {@code =}, {@code
 * %12}, {@code (}, {@code .}. Immutable, so that a vocabulary is read when a model is loaded and
 * never again.
 */
public final class SmilesToken {

  /** The kinds of tokens. */
  public enum Kind {
    /** An atom, in brackets or bare. */
    ATOM,
    /** A bond symbol. */
    BOND,
    /** A ring number. */
    RING,
    /** {@code (} */
    BRANCH_OPEN,
    /** {@code )} */
    BRANCH_CLOSE,
    /** {@code .} */
    DOT
  }

  /** Ring numbers end below it. */
  static final int RING_NUMBERS = 100_000;

  private final String text;
  private final Kind kind;
  private final BondKind bond;
  private final int element;
  private final int flags;
  private final int hydrogens;
  private final int charge;

  private SmilesToken(String text, Kind kind, BondKind bond, int element) {
    this.text = text;
    this.kind = kind;
    this.bond = bond;
    this.element = element;
    this.flags = kind == Kind.ATOM && isLowerCase(text.charAt(0)) ? AtomFlags.AROMATIC : 0;
    this.hydrogens = 0;
    this.charge = 0;
  }

  private SmilesToken(String text, BracketReader bracket) {
    this.text = text;
    this.kind = Kind.ATOM;
    this.bond = null;
    this.element = bracket.element;
    this.flags = bracket.flags;
    this.hydrogens = bracket.hydrogens;
    this.charge = bracket.charge;
  }

  private static boolean isLowerCase(char c) {
    return c >= 'a' && c <= 'z';
  }

  /**
   * Reads {@code text}.
   *
   * @return the token, or null when the text is not exactly one token of SMILES
   */
  public static SmilesToken of(String text) {
    if (text.isEmpty()) {
      return null;
    }
    return switch (text.charAt(0)) {
      case '[' -> bracket(text);
      case '(' -> alone(text, Kind.BRANCH_OPEN);
      case ')' -> alone(text, Kind.BRANCH_CLOSE);
      case '.' -> alone(text, Kind.DOT);
      case '%', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> ring(text);
      default -> bondOrAtom(text);
    };
  }

  private static SmilesToken bracket(String text) {
    BracketReader bracket = new BracketReader();
    return bracket.read(text, 0) == text.length() ? new SmilesToken(text, bracket) : null;
  }

  private static SmilesToken ring(String text) {
    boolean whole = RingNumber.end(text, 0) == text.length();
    return whole ? new SmilesToken(text, Kind.RING, null, RingNumber.read(text, 0)) : null;
  }

  private static SmilesToken bondOrAtom(String text) {
    char first = text.charAt(0);
    char second = text.length() > 1 ? text.charAt(1) : 0;
    BondKind bond = BondKind.of(first, second);
    if (bond != null) {
      boolean whole = text.length() == bond.length(second);
      return whole ? new SmilesToken(text, Kind.BOND, bond, 0) : null;
    }
    int element = bareElement(first, second);
    boolean whole = text.length() == bareLength(element);
    return element >= 0 && whole ? new SmilesToken(text, Kind.ATOM, null, element) : null;
  }

  private static SmilesToken alone(String text, Kind kind) {
    return text.length() == 1 ? new SmilesToken(text, kind, null, 0) : null;
  }

  /** The element of an atom without brackets, or -1 when there is none at these letters. */
  static int bareElement(char first, char second) {
    return switch (first) {
      case 'C' -> second == 'l' ? Elements.CHLORINE : Elements.CARBON;
      case 'B' -> second == 'r' ? Elements.BROMINE : 5;
      case 'N' -> Elements.NITROGEN;
      case 'O' -> Elements.OXYGEN;
      case 'P' -> Elements.PHOSPHORUS;
      case 'S' -> 16;
      case 'F' -> 9;
      case 'I' -> Elements.IODINE;
      case '*' -> Elements.ANY;
      case 'b', 'c', 'n', 'o', 'p', 's' -> Elements.aromaticNumberOf(first, ' ');
      default -> -1;
    };
  }

  static int bareLength(int element) {
    return element == Elements.CHLORINE || element == Elements.BROMINE ? 2 : 1;
  }

  public Kind kind() {
    return kind;
  }

  /** As it is written. */
  public String text() {
    return text;
  }

  /** The bond of a {@link Kind#BOND}, otherwise null. */
  public BondKind bond() {
    return bond;
  }

  /** The number of a {@link Kind#RING}, 0 to 99,999; otherwise -1. */
  public int ringNumber() {
    return kind == Kind.RING ? element : -1;
  }

  /** The atomic number of a {@link Kind#ATOM}, 0 for the wildcard; otherwise -1. */
  public int element() {
    return kind == Kind.ATOM ? element : -1;
  }

  /** The symbol of the element as in the periodic table, {@code *} for the wildcard, or null. */
  public String elementSymbol() {
    return kind == Kind.ATOM ? Elements.symbol(element) : null;
  }

  /** Whether it is an atom in lower case. */
  public boolean isAromatic() {
    return (flags & AtomFlags.AROMATIC) != 0;
  }

  /** Whether it is an atom in brackets, which has no hydrogens but those written. */
  public boolean isBracket() {
    return (flags & AtomFlags.BRACKET) != 0;
  }

  /** The hydrogens written in the bracket. */
  public int hydrogens() {
    return hydrogens;
  }

  /** The charge written in the bracket. */
  public int charge() {
    return charge;
  }

  int flags() {
    return flags;
  }

  @Override
  public String toString() {
    return text;
  }
}
