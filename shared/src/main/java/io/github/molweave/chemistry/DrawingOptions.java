package io.github.molweave.chemistry;

/**
 * The frame of a drawing and its colours.
 *
 * @param width in CSS pixels, {@value #SMALLEST}..{@value #LARGEST}
 * @param height likewise
 * @param title the accessible name, any text; it is escaped
 * @param palette the colours
 * @param highlights discs below atoms, by their order in the SMILES
 */
public record DrawingOptions(
    int width, int height, String title, Palette palette, AtomHighlights highlights) {
  /** The smallest side. */
  public static final int SMALLEST = 16;

  /** The largest side. */
  public static final int LARGEST = 4096;

  /** Checks the ranges. */
  public DrawingOptions {
    check("width", width);
    check("height", height);
  }

  /** A drawing for light and dark pages without highlights. */
  public DrawingOptions(int width, int height, String title) {
    this(width, height, title, Palette.AUTO, AtomHighlights.none());
  }

  private static void check(String side, int pixels) {
    if (pixels < SMALLEST || pixels > LARGEST) {
      throw new IllegalArgumentException(
          side + " must be " + SMALLEST + ".." + LARGEST + " pixels, not " + pixels);
    }
  }
}
