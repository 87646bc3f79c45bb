package io.github.molweave.trainer.drawing;

import io.github.molweave.chemistry.Drawing;
import io.github.molweave.chemistry.DrawingCommand;
import java.util.ArrayList;
import java.util.List;

/** Many drawings of one size on one sheet, row by row. */
public final class DrawingSheet {
  private DrawingSheet() {}

  /**
   * Puts drawings side by side.
   *
   * @param drawings at least one, all of the size and palette of the first
   * @param columns 1 or more; with fewer drawings the sheet is only as wide as they are
   */
  public static Drawing of(List<Drawing> drawings, int columns, String title) {
    Drawing first = drawings.get(0);
    int across = Math.min(columns, drawings.size());
    int rows = (drawings.size() + across - 1) / across;
    List<DrawingCommand> commands = new ArrayList<>();
    List<String> descriptions = new ArrayList<>();
    for (int i = 0; i < drawings.size(); i++) {
      int column = i % across;
      int row = i / across;
      double right = (double) first.width() * column;
      double down = (double) first.height() * row;
      for (DrawingCommand command : drawings.get(i).commands()) {
        commands.add(command.shifted(right, down));
      }
      descriptions.add(drawings.get(i).description());
    }
    return new Drawing(
        first.width() * across,
        first.height() * rows,
        title,
        String.join("\n", descriptions),
        first.palette(),
        commands);
  }
}
