package io.github.molweave.chemistry;

import java.util.List;

/**
 * A picture as a list of commands, painted in their order. {@link SvgWriter} makes text of it; a
 * canvas or an image on the JVM is painted from the same list.
 *
 * @param width of the frame, pixels
 * @param height likewise
 * @param title the accessible name, any text
 * @param description a longer one, any text: the SMILES
 * @param palette whose colours the inks have
 * @param commands all within the frame
 */
public record Drawing(
    int width,
    int height,
    String title,
    String description,
    Palette palette,
    List<DrawingCommand> commands) {
  /** Copies the list. */
  public Drawing {
    commands = List.copyOf(commands);
  }
}
