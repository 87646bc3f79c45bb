package io.github.molweave.chemistry;

/**
 * The colours of highlights: a scale from pale yellow to orange-red on light grounds and from dark
 * olive to orange-red on dark ones. Its order is one of lightness, in even steps, so that it can be
 * read without seeing hues ({@code HighlightScaleTest}: with each of the three kinds of colour
 * blindness).
 *
 * <p>Source: steps of equal lightness and chroma in Björn Ottosson's OKLCH.
 */
public final class HighlightScale {
  private static final String[] LIGHT = {"#fdf7d0", "#f7dca0", "#f7bd71", "#f89a48", "#f6722b"};
  private static final String[] DARK = {"#312e1d", "#4c3c15", "#6d4604", "#914e06", "#b95115"};
  private static final String[] HIGH_CONTRAST_LIGHT = {
    "#fbf4c5", "#f7db9b", "#f6c071", "#f7a14c", "#f67f2f"
  };
  private static final String[] HIGH_CONTRAST_DARK = {
    "#22200e", "#392a05", "#503406", "#6e3a02", "#903a03"
  };

  /** On any ground: more of it covers more of the ground. */
  private static final String TRANSLUCENT = "#e8700a";

  private static final double FAINTEST = 0.1;
  private static final double STRONGEST = 0.58;

  private HighlightScale() {}

  /**
   * The ink for {@code value}.
   *
   * @param value 0..1
   */
  public static Ink ink(Palette palette, double value) {
    if (palette == Palette.AUTO) {
      double opacity = FAINTEST + (STRONGEST - FAINTEST) * value;
      return new Ink("highlights", TRANSLUCENT, Math.floor(opacity * 1000 + 0.5) / 1000);
    }
    String[] stops = stops(palette);
    int last = stops.length - 1;
    int below = Math.min((int) Math.floor(value * last), last - 1);
    return Ink.opaque("highlights", mixed(stops[below], stops[below + 1], value * last - below));
  }

  private static String[] stops(Palette palette) {
    return switch (palette) {
      case DARK -> DARK;
      case HIGH_CONTRAST_LIGHT -> HIGH_CONTRAST_LIGHT;
      case HIGH_CONTRAST_DARK -> HIGH_CONTRAST_DARK;
      default -> LIGHT;
    };
  }

  private static String mixed(String low, String high, double share) {
    StringBuilder hex = new StringBuilder("#");
    for (int at = 1; at < 7; at += 2) {
      int from = channel(low, at);
      int mixed = (int) Math.floor(from + (channel(high, at) - from) * share + 0.5);
      hex.append(Character.forDigit(mixed >> 4, 16)).append(Character.forDigit(mixed & 15, 16));
    }
    return hex.toString();
  }

  private static int channel(String hex, int at) {
    return 16 * Character.digit(hex.charAt(at), 16) + Character.digit(hex.charAt(at + 1), 16);
  }
}
