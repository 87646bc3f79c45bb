package io.github.molweave.chemistry;

/**
 * The colours of a drawing. Contrasts are WCAG 2.1 ratios against the ground that the palette is
 * made for, and those of lines also against every highlight ({@code PaletteTest}).
 */
public enum Palette {
  /**
   * For a page that changes between light and dark: lines have the colour of the text around the
   * drawing, labels at least 3 : 1 on light and on dark grounds. Highlights are translucent.
   */
  AUTO("auto", Ink.CURRENT, "#ffffff"),
  /** For white and nearly white grounds, at least 4.5 : 1. */
  LIGHT("light", "#1b1b1b", "#ffffff"),
  /** For black and nearly black grounds, at least 4.5 : 1. */
  DARK("dark", "#f0f0f0", "#121212"),
  /** Black and deep colours for white ground, at least 7 : 1, with thicker lines. */
  HIGH_CONTRAST_LIGHT("high-contrast-light", "#000000", "#ffffff"),
  /** White and bright colours for black ground, at least 7 : 1, with thicker lines. */
  HIGH_CONTRAST_DARK("high-contrast-dark", "#ffffff", "#000000");

  private static final double THICKER = 1.4;

  private final String id;
  private final String foreground;
  private final String ground;

  Palette(String id, String foreground, String ground) {
    this.id = id;
    this.foreground = foreground;
    this.ground = ground;
  }

  /** The name by which options ask for it. */
  public String id() {
    return id;
  }

  /** The palette with this name, or null when there is none. */
  public static Palette ofId(String id) {
    for (Palette palette : values()) {
      if (palette.id.equals(id)) {
        return palette;
      }
    }
    return null;
  }

  /** The colour of bonds and of carbon: {@code #rrggbb} or {@link Ink#CURRENT}. */
  public String foreground() {
    return foreground;
  }

  /**
   * What to paint below the drawing where there is no page: {@code #rrggbb}. Drawings themselves
   * have no ground.
   */
  public String ground() {
    return ground;
  }

  /** How many times as thick as usual lines are. */
  double lineFactor() {
    return this == HIGH_CONTRAST_LIGHT || this == HIGH_CONTRAST_DARK ? THICKER : 1;
  }
}
