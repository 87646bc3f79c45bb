package io.github.molweave.smiles;

import java.util.ArrayList;
import java.util.List;

/**
 * The elements as SMILES writes them, and the valences each may have.
 *
 * <p>Source: the atom table and the valence rules of RDKit 2022.09.3 (element, outer electrons,
 * allowed valences, and which elements gain bonds with a negative charge). The figures are facts of
 * that table; {@code SmilesAgreementTest} holds the verdicts that follow from them against RDKit's.
 */
public final class Elements {
  /** Number of the wildcard {@code *}. */
  static final int ANY = 0;

  static final int HYDROGEN = 1;
  static final int CARBON = 6;
  static final int NITROGEN = 7;
  static final int OXYGEN = 8;
  static final int PHOSPHORUS = 15;
  static final int CHLORINE = 17;
  static final int ARSENIC = 33;
  static final int BROMINE = 35;
  static final int IODINE = 53;

  /** Stands for "no limit". */
  static final int UNLIMITED = Integer.MAX_VALUE;

  static final int HIGHEST = 118;

  private static final List<String> SYMBOLS =
      words(
          "* H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As"
              + " Se Br Kr Rb Sr Y Zr Nb Mo Tc Ru Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Pr Nd Pm"
              + " Sm Eu Gd Tb Dy Ho Er Tm Yb Lu Hf Ta W Re Os Ir Pt Au Hg Tl Pb Bi Po At Rn Fr Ra Ac"
              + " Th Pa U Np Pu Am Cm Bk Cf Es Fm Md No Lr Rf Db Sg Bh Hs Mt Ds Rg Cn Nh Fl Mc Lv Ts"
              + " Og");

  private static final String[] NAMES = {
    "the wildcard",
    "hydrogen",
    "helium",
    "lithium",
    "beryllium",
    "boron",
    "carbon",
    "nitrogen",
    "oxygen",
    "fluorine"
  };

  /** Element number for a one- or two-letter symbol: 27 times the first letter plus the second. */
  private static final int[] BY_LETTERS = new int[26 * 27];

  private static final int[][] VALENCES = new int[HIGHEST + 1][];
  private static final boolean[] GAINS_BY_NEGATIVE_CHARGE = new boolean[HIGHEST + 1];
  private static final boolean[] FOUR_OUTER_ELECTRONS = new boolean[HIGHEST + 1];

  private static final int[] NO_RULE = {};
  private static final int[] USUAL = new int[HIGHEST + 1];

  static {
    for (int number = 1; number <= HIGHEST; number++) {
      String symbol = SYMBOLS.get(number);
      int second = symbol.length() > 1 ? symbol.charAt(1) - 'a' + 1 : 0;
      BY_LETTERS[27 * (symbol.charAt(0) - 'A') + second] = number;
    }
    for (int number = 0; number <= HIGHEST; number++) {
      VALENCES[number] = NO_RULE;
    }
    allow("He Ne Ar Kr Rn", 0);
    allow("H Li F Na Cl K Br Rb Cs Fr", 1);
    allow("Be O", 2);
    allow("B N Ga In Tl", 3);
    allow("C Ge", 4);
    allow("Al", 3, 6);
    allow("Si", 4, 6);
    allow("P As Sb Bi", 3, 5, 7);
    allow("S Se Te Po", 2, 4, 6);
    allow("Sn Pb", 2, 4);
    allow("I At", 1, 3, 5);
    allow("Xe", 0, 2, 4, 6);
    // These have a usual valence and no highest one.
    allow("Mg Ca Sr Ba Ra", 2, -1);
    for (int number = 0; number <= HIGHEST; number++) {
      USUAL[number] = VALENCES[number].length == 0 ? -1 : VALENCES[number][0];
    }
    mark(
        GAINS_BY_NEGATIVE_CHARGE,
        "Li Be B Na Mg Al K Ca Ga Ge Rb Sr In Sn Sb Cs Ba Tl Pb Bi Fr Ra");
    mark(FOUR_OUTER_ELECTRONS, "C N O F Si P S Cl Ge As Se Br Sn Sb Te I Xe Pb Bi Po At");
  }

  private Elements() {}

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int at = 0; at <= text.length(); at++) {
      if (at == text.length() || text.charAt(at) == ' ') {
        words.add(text.substring(start, at));
        start = at + 1;
      }
    }
    return words;
  }

  private static void allow(String symbols, int... valences) {
    for (String symbol : words(symbols)) {
      VALENCES[numberOf(symbol)] = valences;
    }
  }

  private static void mark(boolean[] flags, String symbols) {
    for (String symbol : words(symbols)) {
      flags[numberOf(symbol)] = true;
    }
  }

  private static int numberOf(String symbol) {
    return numberOf(symbol.charAt(0), symbol.length() > 1 ? symbol.charAt(1) : ' ');
  }

  /** The element with these two letters, the second perhaps not a letter at all; 0 for none. */
  static int numberOf(char first, char second) {
    if (first < 'A' || first > 'Z') {
      return 0;
    }
    int row = 27 * (first - 'A');
    return second >= 'a' && second <= 'z' ? BY_LETTERS[row + second - 'a' + 1] : BY_LETTERS[row];
  }

  /** The element of a lower-case symbol, the second letter perhaps not part of it; 0 for none. */
  static int aromaticNumberOf(char first, char second) {
    return switch (first) {
      case 'b' -> 5;
      case 'c' -> CARBON;
      case 'n' -> NITROGEN;
      case 'o' -> OXYGEN;
      case 'p' -> PHOSPHORUS;
      case 's' -> second == 'i' ? 14 : second == 'e' ? 34 : 16;
      case 'a' -> second == 's' ? ARSENIC : 0;
      case 't' -> second == 'e' ? 52 : 0;
      default -> 0;
    };
  }

  /** The symbol of an element, {@code *} for 0; 0..118. */
  public static String symbol(int element) {
    return SYMBOLS.get(element);
  }

  /** A word for a message: {@code carbon}, and the symbol for less usual elements. */
  static String name(int element) {
    return element < NAMES.length
        ? NAMES[element]
        : switch (element) {
          case PHOSPHORUS -> "phosphorus";
          case 16 -> "sulfur";
          case CHLORINE -> "chlorine";
          case BROMINE -> "bromine";
          case IODINE -> "iodine";
          default -> SYMBOLS.get(element);
        };
  }

  /** The allowed valences, ascending; -1 at the end for "and any above"; empty for no rule. */
  static int[] valences(int element) {
    return VALENCES[element];
  }

  /** The first allowed valence, or -1 where there is no rule. */
  static int usualValence(int element) {
    return USUAL[element];
  }

  /**
   * The most bonds that an atom of this charge may have, explicit hydrogens included; {@link
   * #UNLIMITED} where nothing is known. May be negative.
   */
  static int highestValence(int element, int charge) {
    int[] valences = VALENCES[element];
    int last = valences.length == 0 ? -1 : valences[valences.length - 1];
    if (last <= 0) {
      return UNLIMITED;
    }
    return FOUR_OUTER_ELECTRONS[element] ? last + charge : last - charge;
  }

  /** What the charge adds to each allowed valence when hydrogens are counted. */
  static int valenceShift(int element, int charge) {
    if (element == CARBON) {
      return charge > 0 ? -charge : charge;
    }
    return GAINS_BY_NEGATIVE_CHARGE[element] ? -charge : charge;
  }
}
