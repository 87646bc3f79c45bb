package io.github.molweave.chemistry;

/**
 * What a drawing command is painted with.
 *
 * @param name what it paints: {@code bonds}, {@code wedges}, {@code dots}, {@code highlights}, or
 *     an element such as {@code atom-N}; in SVG the class {@code mw-NAME}
 * @param colour {@code #rrggbb}, or {@value #CURRENT}, the colour of the text around the drawing
 * @param opacity above 0 and at most 1, 1 covers what is below
 */
public record Ink(String name, String colour, double opacity) {
  /** The colour of the text around the drawing, whatever it is. */
  public static final String CURRENT = "currentColor";

  /** An ink that covers what is below. */
  static Ink opaque(String name, String colour) {
    return new Ink(name, colour, 1);
  }
}
