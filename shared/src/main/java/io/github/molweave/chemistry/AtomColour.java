package io.github.molweave.chemistry;

/**
 * The colours of atom labels, one for each kind of element and palette. In SVG each also has its
 * class, {@code mw-atom-N} and so on, by which a page may restyle it.
 */
enum AtomColour {
  B("B", "#c0647a", "#cb2865", "#f37396", "#ac064f", "#fe7d9f"),
  N("N", "#3f7bf0", "#3563e2", "#6d98fc", "#214bc9", "#7ba3fe"),
  O("O", "#e5483b", "#d02c2a", "#f57569", "#b20111", "#fd8074"),
  F("F", "#2f8f3c", "#0a7e3a", "#39b15f", "#06652d", "#44bb68"),
  SI("Si", "#7a7f87", "#676e79", "#949ca8", "#505762", "#9fa7b3"),
  P("P", "#c46a10", "#a45b08", "#e68416", "#814706", "#f18d27"),
  S("S", "#957900", "#7c6e04", "#b09c11", "#63570b", "#baa617"),
  CL("Cl", "#1d8f4a", "#0c7d48", "#1db369", "#006537", "#2ebc72"),
  SE("Se", "#c46a10", "#93640c", "#d08e09", "#764f05", "#de9814"),
  BR("Br", "#b8603a", "#bf4306", "#f37a4e", "#9a3404", "#fd8358"),
  I("I", "#a35bd6", "#914ad0", "#b985f1", "#792fb5", "#c28efb"),
  OTHER("other", "#7a7f87", "#676e79", "#949ca8", "#505762", "#9fa7b3");

  private final String name;
  private final String auto;
  private final String light;
  private final String dark;
  private final String highContrastLight;
  private final String highContrastDark;

  AtomColour(
      String name,
      String auto,
      String light,
      String dark,
      String highContrastLight,
      String highContrastDark) {
    this.name = name;
    this.auto = auto;
    this.light = light;
    this.dark = dark;
    this.highContrastLight = highContrastLight;
    this.highContrastDark = highContrastDark;
  }

  /** As {@code #rrggbb}. */
  String hex(Palette palette) {
    return switch (palette) {
      case AUTO -> auto;
      case LIGHT -> light;
      case DARK -> dark;
      case HIGH_CONTRAST_LIGHT -> highContrastLight;
      case HIGH_CONTRAST_DARK -> highContrastDark;
    };
  }

  /** The ink of a label. */
  Ink ink(Palette palette) {
    return Ink.opaque("atom-" + name, hex(palette));
  }

  /** The colour of the element spelled {@code symbol}. */
  static AtomColour of(String symbol) {
    for (AtomColour colour : values()) {
      if (colour != OTHER && colour.name.equals(symbol)) {
        return colour;
      }
    }
    return OTHER;
  }
}
