package io.github.molweave.chemistry;

import io.github.molweave.chemistry.DrawingCommand.Disc;
import io.github.molweave.chemistry.DrawingCommand.Label;
import io.github.molweave.chemistry.DrawingCommand.Line;
import io.github.molweave.chemistry.DrawingCommand.LineStyle;
import io.github.molweave.chemistry.DrawingCommand.Point;
import io.github.molweave.chemistry.DrawingCommand.Polygon;

/**
 * A drawing as JSON, for a canvas: {@code {"width", "height", "ground", "commands"}}. Each command
 * is an array of its kind, its colour, its opacity, then what follows; numbers have at most two
 * decimals.
 *
 * <pre>
 * ["line", colour, opacity, width, dash, x, y, x, y]    dash: 0, or the length of dashes and gaps
 * ["polygon", colour, opacity, x, y, x, y, x, y, ...]
 * ["disc", colour, opacity, x, y, radius]
 * ["label", colour, opacity, text, x, baseline, size, width]    x: its middle
 * </pre>
 */
public final class DrawingJson {
  private final StringBuilder out = new StringBuilder(4096);

  private DrawingJson() {}

  /** The text for {@code drawing}; title and description are not in it. */
  public static String write(Drawing drawing) {
    DrawingJson json = new DrawingJson();
    json.out.append("{\"width\":").append(drawing.width());
    json.out.append(",\"height\":").append(drawing.height());
    json.out.append(",\"ground\":\"").append(drawing.palette().ground());
    json.out.append("\",\"commands\":[");
    String between = "";
    for (DrawingCommand command : drawing.commands()) {
      json.out.append(between);
      json.append(command);
      between = ",";
    }
    return json.out.append("]}").toString();
  }

  private void append(DrawingCommand command) {
    if (command instanceof Line line) {
      start("line", line.ink());
      number(line.width());
      number(line.style() == LineStyle.DASHED ? SvgWriter.DASH : 0);
      point(line.from());
      point(line.to());
    } else if (command instanceof Polygon polygon) {
      start("polygon", polygon.ink());
      for (Point corner : polygon.corners()) {
        point(corner);
      }
    } else if (command instanceof Disc disc) {
      start("disc", disc.ink());
      point(disc.centre());
      number(disc.radius());
    } else if (command instanceof Label label) {
      start("label", label.ink());
      // Labels are letters, digits and signs: nothing that JSON escapes.
      out.append(",\"").append(label.text()).append('"');
      point(label.baseline());
      number(label.size());
      number(label.width());
    }
    out.append(']');
  }

  private void start(String kind, Ink ink) {
    out.append("[\"").append(kind).append("\",\"").append(ink.colour()).append('"');
    number(ink.opacity());
  }

  private void point(Point point) {
    number(point.x());
    number(point.y());
  }

  private void number(double value) {
    out.append(',').append(ShortNumber.of(value));
  }
}
