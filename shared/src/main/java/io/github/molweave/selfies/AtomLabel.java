package io.github.molweave.selfies;

/**
 * What an atom says of itself, bonds aside.
 *
 * @param isotope mass number, or {@link #UNSAID}
 * @param element its symbol; in lower case while the atom is aromatic
 * @param chirality {@code ""}, {@code "@"} or {@code "@@"}
 * @param hydrogens how many it names, or {@link #UNSAID} for an atom without brackets
 * @param charge in units of the elementary charge
 */
record AtomLabel(int isotope, String element, String chirality, int hydrogens, int charge) {
  static final int UNSAID = -1;

  private static final String ORGANIC = " B C N O P S F Cl Br I ";
  private static final String AROMATIC = " b c n o p s se as te si al ";
  private static final String ELEMENTS =
      " H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As"
          + " Se Br Kr Rb Sr Y Zr Nb Mo Tc Ru Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Pr Nd Pm Sm"
          + " Eu Gd Tb Dy Ho Er Tm Yb Lu Hf Ta W Re Os Ir Pt Au Hg Tl Pb Bi Po At Rn Fr Ra Ac Th"
          + " Pa U Np Pu Am Cm Bk Cf Es Fm Md No Lr Rf Db Sg Bh Hs Mt Ds Rg Cn Nh Fl Mc Lv Ts Og ";

  /** An atom without brackets. */
  static AtomLabel bare(String element) {
    return new AtomLabel(UNSAID, element, "", UNSAID, 0);
  }

  /** Whether SMILES writes {@code element} without brackets. */
  static boolean isOrganic(String element) {
    return isIn(ORGANIC, element);
  }

  /**
   * Reads what stands in the brackets of a SMILES atom, an atom class included.
   *
   * @return null when it is no atom that both notations have
   */
  static AtomLabel inBrackets(String text) {
    Reading reading = new Reading(text);
    AtomLabel label = reading.label();
    return label != null && reading.at == text.length() ? label : null;
  }

  boolean isAromatic() {
    return element.charAt(0) >= 'a';
  }

  /** The same atom in capitals. */
  AtomLabel inCapitals() {
    char capital = (char) (element.charAt(0) - ('a' - 'A'));
    return new AtomLabel(isotope, capital + element.substring(1), chirality, hydrogens, charge);
  }

  /** The same atom seen in a mirror. */
  AtomLabel mirrored() {
    String other = chirality.equals("@") ? "@@" : "@";
    return new AtomLabel(isotope, element, other, hydrogens, charge);
  }

  /** As SMILES writes it, brackets included. */
  String smiles() {
    return hydrogens == UNSAID ? element : "[" + bracketText() + "]";
  }

  /** As it stands between the brackets of a symbol, without the bond. */
  String symbol(SelfiesVersion version) {
    if (hydrogens == UNSAID) {
      return element;
    }
    return version == SelfiesVersion.ONE ? bracketText() + "expl" : standardText();
  }

  private String bracketText() {
    StringBuilder text = beginning();
    if (hydrogens > 0) {
      text.append('H').append(hydrogens > 1 ? String.valueOf(hydrogens) : "");
    }
    if (charge != 0) {
      int size = Math.abs(charge);
      text.append(charge > 0 ? '+' : '-').append(size > 1 ? String.valueOf(size) : "");
    }
    return text.toString();
  }

  private String standardText() {
    StringBuilder text = beginning();
    boolean nothingElse = isotope == UNSAID && chirality.isEmpty() && charge == 0;
    if (hydrogens > 0 || (nothingElse && isOrganic(element))) {
      text.append('H').append(hydrogens);
    }
    if (charge != 0) {
      text.append(charge > 0 ? "+" : "").append(charge);
    }
    return text.toString();
  }

  private StringBuilder beginning() {
    StringBuilder text = new StringBuilder();
    if (isotope != UNSAID) {
      text.append(isotope);
    }
    return text.append(element).append(chirality);
  }

  private static boolean isIn(String list, String element) {
    return list.contains(" " + element + " ");
  }

  /** One pass over the text in the brackets. */
  private static final class Reading {
    private static final int MOST_DIGITS = 3;

    private final String text;
    private int at;

    Reading(String text) {
      this.text = text;
    }

    AtomLabel label() {
      int isotope = number();
      String element = element();
      if (element == null) {
        return null;
      }
      String chirality = take('@') ? (take('@') ? "@@" : "@") : "";
      int hydrogens = 0;
      if (take('H')) {
        int digit = digit(at);
        hydrogens = digit < 0 ? 1 : digit;
        at += digit < 0 ? 0 : 1;
      }
      int charge = charge();
      if (take(':') && number() == UNSAID) {
        return null;
      }
      return new AtomLabel(isotope, element, chirality, hydrogens, charge);
    }

    private String element() {
      for (int length = 2; length > 0; length--) {
        if (at + length <= text.length()) {
          String symbol = text.substring(at, at + length);
          if (isIn(ELEMENTS, symbol) || isIn(AROMATIC, symbol)) {
            at += length;
            return symbol;
          }
        }
      }
      return null;
    }

    private int charge() {
      for (char sign : new char[] {'+', '-'}) {
        if (take(sign)) {
          int size = number();
          if (size == UNSAID) {
            size = 1;
            while (size < 9 && take(sign)) {
              size++;
            }
          }
          return sign == '+' ? size : -size;
        }
      }
      return 0;
    }

    private int number() {
      int number = UNSAID;
      for (int digits = 0; digits < MOST_DIGITS && digit(at) >= 0; digits++) {
        number = 10 * Math.max(number, 0) + digit(at++);
      }
      return number;
    }

    private int digit(int place) {
      char c = place < text.length() ? text.charAt(place) : ' ';
      return c >= '0' && c <= '9' ? c - '0' : UNSAID;
    }

    private boolean take(char c) {
      if (at < text.length() && text.charAt(at) == c) {
        at++;
        return true;
      }
      return false;
    }
  }
}
