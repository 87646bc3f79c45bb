package io.github.molweave.chemistry;

import java.util.ArrayList;
import java.util.List;

/**
 * One thing to paint. Lengths and places are in pixels of the drawing, x to the right and y down
 * from the upper left corner.
 */
public sealed interface DrawingCommand {

  /** What it is painted with. */
  Ink ink();

  /** The same thing, {@code right} and {@code down} of here. */
  DrawingCommand shifted(double right, double down);

  /** How a line runs. */
  enum LineStyle {
    /** Without a gap. */
    SOLID,
    /** Dashes and gaps of {@value SvgWriter#DASH} pixels. */
    DASHED
  }

  /**
   * A place.
   *
   * @param x to the right
   * @param y down
   */
  record Point(double x, double y) {
    Point shifted(double right, double down) {
      return new Point(x + right, y + down);
    }
  }

  /**
   * A straight line with round ends.
   *
   * @param width of the stroke, above 0
   */
  record Line(Point from, Point to, double width, LineStyle style, Ink ink)
      implements DrawingCommand {
    @Override
    public Line shifted(double right, double down) {
      return new Line(from.shifted(right, down), to.shifted(right, down), width, style, ink);
    }
  }

  /**
   * A filled shape.
   *
   * @param corners three or more
   */
  record Polygon(List<Point> corners, Ink ink) implements DrawingCommand {
    /** Copies the corners. */
    public Polygon {
      corners = List.copyOf(corners);
    }

    @Override
    public Polygon shifted(double right, double down) {
      List<Point> moved = new ArrayList<>(corners.size());
      for (Point corner : corners) {
        moved.add(corner.shifted(right, down));
      }
      return new Polygon(moved, ink);
    }
  }

  /**
   * A filled circle.
   *
   * @param radius above 0
   */
  record Disc(Point centre, double radius, Ink ink) implements DrawingCommand {
    @Override
    public Disc shifted(double right, double down) {
      return new Disc(centre.shifted(right, down), radius, ink);
    }
  }

  /**
   * A piece of an atom's label, in Helvetica or a font like it.
   *
   * @param text letters and digits, {@code +} and the minus sign U+2212
   * @param baseline the middle of the text on its baseline
   * @param size of the font
   * @param width that the text is stretched or squeezed to
   */
  record Label(String text, Point baseline, double size, double width, Ink ink)
      implements DrawingCommand {
    @Override
    public Label shifted(double right, double down) {
      return new Label(text, baseline.shifted(right, down), size, width, ink);
    }
  }
}
