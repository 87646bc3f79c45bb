package io.github.molweave.trainer.drawing;

import io.github.molweave.chemistry.Drawing;
import io.github.molweave.chemistry.DrawingCommand;
import io.github.molweave.chemistry.DrawingCommand.Disc;
import io.github.molweave.chemistry.DrawingCommand.Label;
import io.github.molweave.chemistry.DrawingCommand.Line;
import io.github.molweave.chemistry.DrawingCommand.LineStyle;
import io.github.molweave.chemistry.DrawingCommand.Point;
import io.github.molweave.chemistry.DrawingCommand.Polygon;
import io.github.molweave.chemistry.Ink;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;

/** Paints drawings as PNG files, without a screen. */
public final class PngPainter {
  /** What stands in for the colour of the text around a drawing, where there is none. */
  private static final Color FOREGROUND = new Color(0x1b1b1b);

  /** As long as the dashes and gaps of a dashed line in SVG. */
  private static final float[] DASHES = {3, 3};

  /** Whether the ground of the palette is painted. */
  public enum Ground {
    /** See-through. */
    CLEAR,
    /** The colour that the palette is made for. */
    PAINTED
  }

  private final Graphics2D graphics;
  private final Font font;

  private PngPainter(Graphics2D graphics) {
    this.graphics = graphics;
    this.font = new Font(Font.SANS_SERIF, Font.PLAIN, 1);
  }

  /**
   * Writes {@code drawing} as PNG, one pixel to a pixel.
   *
   * @throws IOException when {@code out} fails
   * @throws FontsMissingException when this machine has none
   */
  public static void write(Drawing drawing, Ground ground, OutputStream out)
      throws IOException, FontsMissingException {
    System.setProperty("java.awt.headless", "true");
    BufferedImage image = paint(drawing, ground);
    // A file of the cache would only slow it down.
    ImageIO.setUseCache(false);
    if (!ImageIO.write(image, "png", out)) {
      throw new IOException("this Java has no writer for PNG");
    }
  }

  private static BufferedImage paint(Drawing drawing, Ground ground) throws FontsMissingException {
    BufferedImage image =
        new BufferedImage(drawing.width(), drawing.height(), BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      if (ground == Ground.PAINTED) {
        graphics.setColor(Color.decode(drawing.palette().ground()));
        graphics.fillRect(0, 0, drawing.width(), drawing.height());
      }
      PngPainter painter = new PngPainter(graphics);
      for (DrawingCommand command : drawing.commands()) {
        painter.paint(command);
      }
      return image;
    } finally {
      graphics.dispose();
    }
  }

  private void paint(DrawingCommand command) throws FontsMissingException {
    graphics.setColor(colour(command.ink()));
    if (command instanceof Line line) {
      graphics.setStroke(stroke(line));
      graphics.draw(
          new Line2D.Double(line.from().x(), line.from().y(), line.to().x(), line.to().y()));
    } else if (command instanceof Polygon polygon) {
      graphics.fill(path(polygon));
    } else if (command instanceof Disc disc) {
      double size = 2 * disc.radius();
      graphics.fill(
          new Ellipse2D.Double(
              disc.centre().x() - disc.radius(), disc.centre().y() - disc.radius(), size, size));
    } else if (command instanceof Label label) {
      write(label);
    }
  }

  private static Color colour(Ink ink) {
    Color colour = ink.colour().equals(Ink.CURRENT) ? FOREGROUND : Color.decode(ink.colour());
    int opacity = (int) Math.round(255 * ink.opacity());
    return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), opacity);
  }

  private static BasicStroke stroke(Line line) {
    float[] dashes = line.style() == LineStyle.DASHED ? DASHES : null;
    return new BasicStroke(
        (float) line.width(), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, dashes, 0);
  }

  private static Path2D path(Polygon polygon) {
    Path2D path = new Path2D.Double();
    for (Point corner : polygon.corners()) {
      if (path.getCurrentPoint() == null) {
        path.moveTo(corner.x(), corner.y());
      } else {
        path.lineTo(corner.x(), corner.y());
      }
    }
    path.closePath();
    return path;
  }

  /** As an outline, stretched to the width that the label has room for. */
  private void write(Label label) throws FontsMissingException {
    GlyphVector glyphs = glyphs(label);
    double natural = glyphs.getGlyphPosition(glyphs.getNumGlyphs()).getX();
    double stretch =
        label.text().length() > 1 && natural > 0 ? label.width() / natural : label.size();
    AffineTransform place = new AffineTransform();
    place.translate(label.baseline().x(), label.baseline().y());
    place.scale(stretch, label.size());
    place.translate(-natural / 2, 0);
    graphics.fill(place.createTransformedShape(glyphs.getOutline()));
  }

  private GlyphVector glyphs(Label label) throws FontsMissingException {
    try {
      return font.createGlyphVector(new FontRenderContext(null, true, true), label.text());
    } catch (RuntimeException | LinkageError | InternalError noFonts) {
      // Which of them it is depends on the version of Java.
      throw new FontsMissingException(noFonts);
    }
  }
}
