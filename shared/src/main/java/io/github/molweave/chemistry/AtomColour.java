package io.github.molweave.chemistry;

/**
 * The colours of atom labels. Each stands out by at least 3.8 : 1 (WCAG contrast) from white and
 * from {@code #121212}, so that one drawing serves light and dark pages ({@code AtomColourTest}). A
 * page may restyle them by their class, {@code mw-atom-N} and so on.
 */
enum AtomColour {
  B("#c0647a"),
  N("#3f7bf0"),
  O("#e5483b"),
  F("#2f8f3c"),
  SI("#7a7f87"),
  P("#c46a10"),
  S("#957900"),
  CL("#1d8f4a"),
  SE("#c46a10"),
  BR("#b8603a"),
  I("#a35bd6"),
  OTHER("#7a7f87");

  private final String hex;

  AtomColour(String hex) {
    this.hex = hex;
  }

  /** As {@code #rrggbb}. */
  String hex() {
    return hex;
  }

  /** The colour of the element spelled {@code symbol}. */
  static AtomColour of(String symbol) {
    return switch (symbol) {
      case "B" -> B;
      case "N" -> N;
      case "O" -> O;
      case "F" -> F;
      case "Si" -> SI;
      case "P" -> P;
      case "S" -> S;
      case "Cl" -> CL;
      case "Se" -> SE;
      case "Br" -> BR;
      case "I" -> I;
      default -> OTHER;
    };
  }
}
