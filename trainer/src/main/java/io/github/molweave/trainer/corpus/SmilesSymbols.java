package io.github.molweave.trainer.corpus;

import io.github.molweave.tokens.Quotation;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether tokens can be a SMILES at all: known symbols, known elements, closed branches and rings.
 * It does not look at valences; it is here to tell names, headings and cut lines from molecules.
 *
 * <p>Source: OpenSMILES 1.0, sections 3.1 to 3.6.
 */
final class SmilesSymbols {
  private static final Set<String> BARE_ATOMS =
      Set.of("B", "C", "N", "O", "P", "S", "F", "Cl", "Br", "I", "b", "c", "n", "o", "p", "s", "*");

  private static final Set<String> BONDS = Set.of("-", "=", "#", "$", ":", "/", "\\", ".");

  private static final Pattern BRACKET_ATOM =
      Pattern.compile(
          "\\[\\d{0,3}([A-Z][a-z]?|[a-z]{1,2}|\\*)(?:@(?:@|(?:TH|AL|SP|TB|OH)\\d{1,2})?)?"
              + "(?:H\\d?)?(?:\\+{1,3}|-{1,3}|[+-]\\d{1,2})?(?::\\d{1,4})?]");

  private static final Set<String> ELEMENTS =
      Set.of(
          ("* H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge"
                  + " As Se Br Kr Rb Sr Y Zr Nb Mo Tc Ru Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce"
                  + " Pr Nd Pm Sm Eu Gd Tb Dy Ho Er Tm Yb Lu Hf Ta W Re Os Ir Pt Au Hg Tl Pb Bi Po"
                  + " At Rn Fr Ra Ac Th Pa U Np Pu Am Cm Bk Cf Es Fm Md No Lr Rf Db Sg Bh Hs Mt Ds"
                  + " Rg Cn Nh Fl Mc Lv Ts Og b c n o p s se as te si")
              .split(" "));

  /** Atoms already found to be right: a corpus repeats a few dozen of them millions of times. */
  private final Set<String> known = new HashSet<>(BARE_ATOMS);

  /**
   * What is wrong.
   *
   * @param reason {@link DropReason#UNKNOWN_ELEMENT} or {@link DropReason#NOT_SMILES}
   * @param detail the symbol or the part at fault
   */
  record Fault(DropReason reason, String detail) {}

  /** The first fault of {@code tokens}, or null when there is none. */
  Fault faultIn(List<String> tokens) {
    int depth = 0;
    int atoms = 0;
    Set<String> openRings = new HashSet<>();
    for (String token : tokens) {
      if (token.equals("(")) {
        depth++;
      } else if (token.equals(")")) {
        if (--depth < 0) {
          return new Fault(DropReason.NOT_SMILES, "')' without '('");
        }
      } else if (isRing(token)) {
        String label = token.startsWith("%0") ? token.substring(2) : token.replace("%", "");
        if (!openRings.add(label)) {
          openRings.remove(label);
        }
      } else if (!BONDS.contains(token)) {
        Fault fault = atomFault(token);
        if (fault != null) {
          return fault;
        }
        atoms++;
      }
    }
    if (depth > 0) {
      return new Fault(DropReason.NOT_SMILES, "'(' without ')'");
    }
    if (!openRings.isEmpty()) {
      return new Fault(DropReason.NOT_SMILES, "ring " + openRings.iterator().next() + " is open");
    }
    return atoms > 0 ? null : new Fault(DropReason.NOT_SMILES, "no atom");
  }

  /**
   * The element of an atom's token as in the periodic table, aromatic or not: {@code N} of {@code
   * [nH+]}; null when the token is no atom or its element is {@code *}.
   */
  static String elementOf(String token) {
    Matcher bracket = BRACKET_ATOM.matcher(token);
    String symbol = bracket.matches() ? bracket.group(1) : token;
    if (!ELEMENTS.contains(symbol) || symbol.equals("*")) {
      return null;
    }
    return symbol.substring(0, 1).toUpperCase(Locale.ROOT) + symbol.substring(1);
  }

  private static boolean isRing(String token) {
    char first = token.charAt(0);
    if (token.length() == 1) {
      return first >= '0' && first <= '9';
    }
    return first == '%' && token.length() == 3;
  }

  private Fault atomFault(String token) {
    if (known.contains(token)) {
      return null;
    }
    String quoted = Quotation.of(token);
    if (token.startsWith("[")) {
      Matcher matcher = BRACKET_ATOM.matcher(token);
      if (!matcher.matches()) {
        return new Fault(DropReason.NOT_SMILES, quoted);
      }
      if (!ELEMENTS.contains(matcher.group(1))) {
        return new Fault(DropReason.UNKNOWN_ELEMENT, quoted);
      }
      known.add(token);
      return null;
    }
    boolean letters = token.chars().allMatch(Character::isLetter);
    return new Fault(letters ? DropReason.UNKNOWN_ELEMENT : DropReason.NOT_SMILES, quoted);
  }
}
