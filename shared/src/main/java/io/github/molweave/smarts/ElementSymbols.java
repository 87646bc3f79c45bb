package io.github.molweave.smarts;

/** The symbols of the elements, upper case for aliphatic atoms and lower case for aromatic ones. */
final class ElementSymbols {
  private static final String[] BY_NUMBER =
      ("H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As Se"
              + " Br Kr Rb Sr Y Zr Nb Mo Tc Ru Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Pr Nd Pm Sm"
              + " Eu Gd Tb Dy Ho Er Tm Yb Lu Hf Ta W Re Os Ir Pt Au Hg Tl Pb Bi Po At Rn Fr Ra Ac Th"
              + " Pa U")
          .split(" ");

  private ElementSymbols() {}

  /** How many characters from {@code position}, at most {@code longest}, are a symbol; or 0. */
  static int lengthAt(String text, int position, int longest) {
    for (int length = longest; length > 0; length--) {
      if (position + length <= text.length()
          && atomicNumber(text.substring(position, position + length)) > 1) {
        return length;
      }
    }
    return 0;
  }

  /** The atomic number, or 0 when it is no symbol. */
  static int atomicNumber(String symbol) {
    return switch (symbol) {
      case "c" -> 6;
      case "n" -> 7;
      case "o" -> 8;
      case "p" -> 15;
      case "s" -> 16;
      case "se" -> 34;
      default -> 1 + java.util.Arrays.asList(BY_NUMBER).indexOf(symbol);
    };
  }
}
