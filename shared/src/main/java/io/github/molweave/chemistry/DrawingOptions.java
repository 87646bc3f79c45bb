package io.github.molweave.chemistry;

/**
 * The frame of a drawing.
 *
 * @param width in CSS pixels, {@value #SMALLEST}..{@value #LARGEST}
 * @param height likewise
 * @param title the accessible name, any text; it is escaped
 */
public record DrawingOptions(int width, int height, String title) {
  /** The smallest side. */
  public static final int SMALLEST = 16;

  /** The largest side. */
  public static final int LARGEST = 4096;

  /** Checks the ranges. */
  public DrawingOptions {
    check("width", width);
    check("height", height);
  }

  private static void check(String side, int pixels) {
    if (pixels < SMALLEST || pixels > LARGEST) {
      throw new IllegalArgumentException(
          side + " must be " + SMALLEST + ".." + LARGEST + " pixels, not " + pixels);
    }
  }
}
