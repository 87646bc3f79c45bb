package io.github.molweave.chemistry;

import java.util.ArrayList;
import java.util.List;

/** Where a drawing command reaches to. */
record DrawnBounds(double left, double top, double right, double bottom) {
  /** Capitals of Helvetica are that high, in font sizes; descenders do not occur in labels. */
  private static final double CAPITAL = 0.72;

  static DrawnBounds of(DrawingCommand command) {
    if (command instanceof DrawingCommand.Line line) {
      return around(List.of(line.from(), line.to()), line.width() / 2);
    }
    if (command instanceof DrawingCommand.Polygon polygon) {
      return around(polygon.corners(), 0);
    }
    if (command instanceof DrawingCommand.Disc disc) {
      return around(List.of(disc.centre()), disc.radius());
    }
    DrawingCommand.Label label = (DrawingCommand.Label) command;
    return new DrawnBounds(
        label.baseline().x() - label.width() / 2,
        label.baseline().y() - CAPITAL * label.size(),
        label.baseline().x() + label.width() / 2,
        label.baseline().y());
  }

  static List<DrawnBounds> ofLabels(Drawing drawing) {
    List<DrawnBounds> all = new ArrayList<>();
    for (DrawingCommand command : drawing.commands()) {
      if (command instanceof DrawingCommand.Label) {
        all.add(of(command));
      }
    }
    return all;
  }

  private static DrawnBounds around(List<DrawingCommand.Point> points, double reach) {
    double left = Double.POSITIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (DrawingCommand.Point point : points) {
      left = Math.min(left, point.x());
      top = Math.min(top, point.y());
      right = Math.max(right, point.x());
      bottom = Math.max(bottom, point.y());
    }
    return new DrawnBounds(left - reach, top - reach, right + reach, bottom + reach);
  }

  boolean isWithin(int width, int height) {
    return left >= 0 && top >= 0 && right <= width && bottom <= height;
  }

  /** The area that both cover, pixels squared. */
  double overlap(DrawnBounds other) {
    double wide = Math.min(right, other.right) - Math.max(left, other.left);
    double high = Math.min(bottom, other.bottom) - Math.max(top, other.top);
    return Math.max(wide, 0) * Math.max(high, 0);
  }

  double area() {
    return (right - left) * (bottom - top);
  }
}
