package io.github.molweave.chemistry;

import io.github.molweave.chemistry.DrawingCommand.Disc;
import io.github.molweave.chemistry.DrawingCommand.Label;
import io.github.molweave.chemistry.DrawingCommand.Line;
import io.github.molweave.chemistry.DrawingCommand.LineStyle;
import io.github.molweave.chemistry.DrawingCommand.Point;
import io.github.molweave.chemistry.DrawingCommand.Polygon;

/**
 * A drawing as SVG. No style element or attribute, no id, link or script, so it may be inlined as
 * often as one likes under the strictest content security policy; labels and lines can be restyled
 * by their classes.
 */
public final class SvgWriter {
  /** Length of the dashes of a dashed line, and of its gaps, in pixels. */
  static final int DASH = 3;

  private final StringBuilder out = new StringBuilder(4096);
  private DrawingCommand open;

  private SvgWriter() {}

  /**
   * Well-formed XML with the root {@code svg}, {@code title} and {@code desc} in it.
   *
   * <p>Determinism: the same text for an equal drawing; numbers have at most two decimals.
   */
  public static String write(Drawing drawing) {
    SvgWriter writer = new SvgWriter();
    writer.start(drawing);
    for (DrawingCommand command : drawing.commands()) {
      writer.append(command);
    }
    writer.closePath();
    return writer.out.append("</svg>").toString();
  }

  private void start(Drawing drawing) {
    int width = drawing.width();
    int height = drawing.height();
    out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"mw-structure\" role=\"img\"");
    out.append(" width=\"").append(width).append("\" height=\"").append(height);
    out.append("\" viewBox=\"0 0 ").append(width).append(' ').append(height);
    out.append("\" font-family=\"Helvetica, Arial, sans-serif\" text-anchor=\"middle\"");
    out.append("><title>").append(XmlText.escape(drawing.title())).append("</title><desc>");
    out.append(XmlText.escape(drawing.description())).append("</desc>");
  }

  private void append(DrawingCommand command) {
    if (command instanceof Line line) {
      openPath(line);
      move('M', line.from());
      move('L', line.to());
    } else if (command instanceof Polygon polygon) {
      openPath(polygon);
      char step = 'M';
      for (Point corner : polygon.corners()) {
        move(step, corner);
        step = 'L';
      }
      out.append('Z');
    } else if (command instanceof Disc disc) {
      closePath();
      disc(disc);
    } else if (command instanceof Label label) {
      closePath();
      label(label);
    }
  }

  private void move(char step, Point to) {
    out.append(step).append(ShortNumber.of(to.x())).append(' ').append(ShortNumber.of(to.y()));
  }

  /** Alike lines, and alike polygons, in a row share one element. */
  private void openPath(DrawingCommand command) {
    if (open != null && isAlike(open, command)) {
      return;
    }
    closePath();
    open = command;
    out.append("<path");
    if (command instanceof Line line) {
      look(line.ink(), "stroke");
      out.append(" fill=\"none\" stroke-linecap=\"round\" stroke-width=\"");
      out.append(ShortNumber.of(line.width()));
      if (line.style() == LineStyle.DASHED) {
        out.append("\" stroke-dasharray=\"").append(DASH).append(' ').append(DASH);
      }
      out.append('"');
    } else {
      look(command.ink(), "fill");
    }
    out.append(" d=\"");
  }

  private static boolean isAlike(DrawingCommand one, DrawingCommand other) {
    if (one instanceof Line line && other instanceof Line next) {
      return line.ink().equals(next.ink())
          && line.width() == next.width()
          && line.style() == next.style();
    }
    return one instanceof Polygon && other instanceof Polygon && one.ink().equals(other.ink());
  }

  private void closePath() {
    if (open != null) {
      out.append("\"/>");
      open = null;
    }
  }

  private void look(Ink ink, String property) {
    out.append(" class=\"mw-").append(ink.name()).append("\" ");
    out.append(property).append("=\"").append(ink.colour()).append('"');
    if (ink.opacity() < 1) {
      out.append(' ').append(property).append("-opacity=\"");
      out.append(ShortNumber.of(ink.opacity())).append('"');
    }
  }

  private void disc(Disc disc) {
    out.append("<circle");
    look(disc.ink(), "fill");
    out.append(" cx=\"").append(ShortNumber.of(disc.centre().x()));
    out.append("\" cy=\"").append(ShortNumber.of(disc.centre().y()));
    out.append("\" r=\"").append(ShortNumber.of(disc.radius())).append("\"/>");
  }

  private void label(Label label) {
    out.append("<text");
    look(label.ink(), "fill");
    out.append(" x=\"").append(ShortNumber.of(label.baseline().x()));
    out.append("\" y=\"").append(ShortNumber.of(label.baseline().y()));
    out.append("\" font-size=\"").append(ShortNumber.of(label.size()));
    if (label.text().length() > 1) {
      // Another font than Helvetica keeps to the room that the label has.
      out.append("\" textLength=\"").append(ShortNumber.of(label.width()));
      out.append("\" lengthAdjust=\"spacingAndGlyphs");
    }
    out.append("\">").append(XmlText.escape(label.text())).append("</text>");
  }
}
