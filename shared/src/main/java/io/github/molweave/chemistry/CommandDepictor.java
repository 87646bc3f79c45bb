package io.github.molweave.chemistry;

import com.actelion.research.chem.AbstractDepictor;
import com.actelion.research.chem.StereoMolecule;
import com.actelion.research.gui.generic.GenericPolygon;
import com.actelion.research.gui.generic.GenericRectangle;
import io.github.molweave.chemistry.DrawingCommand.Disc;
import io.github.molweave.chemistry.DrawingCommand.Label;
import io.github.molweave.chemistry.DrawingCommand.Line;
import io.github.molweave.chemistry.DrawingCommand.LineStyle;
import io.github.molweave.chemistry.DrawingCommand.Point;
import io.github.molweave.chemistry.DrawingCommand.Polygon;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects OpenChemLib's drawing calls as commands. Its colours are not used: they are chosen for
 * white paper, and the palette decides here.
 */
final class CommandDepictor extends AbstractDepictor<Object> {
  private static final int MODE =
      cDModeSuppressChiralText
          | cDModeSuppressCIPParity
          | cDModeSuppressESR
          | cDModeNoStereoProblem
          | cDModeNoColorOnESRAndCIP;

  /**
   * OpenChemLib draws in a frame this many times as large, because it rounds font sizes to whole
   * pixels.
   */
  private static final int FINER = 16;

  /** Longest bond, in the frame's shorter side: a small molecule does not swell to fill it. */
  static final double LONGEST_BOND = 0.2;

  /** Empty space around the drawing, in the frame's shorter side. */
  private static final double MARGIN = 0.02;

  /** In bond lengths. */
  private static final double HIGHLIGHT_RADIUS = 0.42;

  /** In pixels: a thinner line would look grey. */
  private static final double THINNEST_LINE = 0.9;

  /** From a letter's middle down to its baseline, in font sizes. */
  private static final double BASELINE = 0.36;

  private final Palette palette;
  private final double[] highlights;
  private final List<DrawingCommand> bonds = new ArrayList<>();
  private final List<DrawingCommand> wedges = new ArrayList<>();
  private final List<DrawingCommand> dots = new ArrayList<>();
  private final List<DrawingCommand> labels = new ArrayList<>();
  private Ink labelInk;
  private int textSize = 12;
  private double lineWidth = FINER;

  private CommandDepictor(StereoMolecule structure, Palette palette, double[] highlights) {
    super(structure, MODE);
    this.palette = palette;
    this.highlights = highlights;
    this.labelInk = foreground("atom-C");
  }

  /**
   * The commands for {@code structure}, highlights first and labels last.
   *
   * @param structure arranged
   * @param highlights one value for each of its atoms, not a number for none
   */
  static List<DrawingCommand> draw(
      StereoMolecule structure, DrawingOptions options, double[] highlights) {
    CommandDepictor depictor = new CommandDepictor(structure, options.palette(), highlights);
    List<DrawingCommand> commands = depictor.fit(options.width(), options.height());
    depictor.paint(null);
    commands.addAll(depictor.bonds);
    commands.addAll(depictor.wedges);
    commands.addAll(depictor.dots);
    commands.addAll(depictor.labels);
    return commands;
  }

  /** Moves and scales the molecule into the frame; the discs of its highlights. */
  private List<DrawingCommand> fit(int width, int height) {
    int shorter = Math.min(width, height);
    double margin = Math.max(MARGIN * shorter, THINNEST_LINE * palette.lineFactor());
    place(width, height, margin);
    double radius = HIGHLIGHT_RADIUS * bondLength();
    boolean highlighted = false;
    for (double value : highlights) {
      highlighted |= !Double.isNaN(value);
    }
    if (highlighted) {
      place(width, height, Math.min(margin + radius, 0.4 * shorter));
      radius = HIGHLIGHT_RADIUS * bondLength();
    }
    List<DrawingCommand> discs = new ArrayList<>();
    for (int atom = 0; atom < highlights.length; atom++) {
      if (!Double.isNaN(highlights[atom])) {
        Point centre = point(getAtomX(atom), getAtomY(atom));
        discs.add(new Disc(centre, radius, HighlightScale.ink(palette, highlights[atom])));
      }
    }
    return discs;
  }

  private void place(int width, int height, double margin) {
    GenericRectangle frame =
        new GenericRectangle(
            margin * FINER,
            margin * FINER,
            (width - 2 * margin) * FINER,
            (height - 2 * margin) * FINER);
    int longest = (int) (Math.min(width, height) * LONGEST_BOND * FINER);
    validateView(null, frame, cModeInflateToMaxAVBL | longest);
  }

  private double bondLength() {
    return getTransformation().getScaling() * getMolecule().getAverageBondLength() / FINER;
  }

  private static Point point(double x, double y) {
    return new Point(x / FINER, y / FINER);
  }

  private Ink foreground(String name) {
    return Ink.opaque(name, palette.foreground());
  }

  @Override
  protected void drawBlackLine(DepictorLine line) {
    addLine(line, LineStyle.SOLID, "bonds");
  }

  @Override
  protected void drawDottedLine(DepictorLine line) {
    addLine(line, LineStyle.DASHED, "dotted-bonds");
  }

  private void addLine(DepictorLine line, LineStyle style, String name) {
    double width = Math.max(lineWidth / FINER, THINNEST_LINE) * palette.lineFactor();
    bonds.add(
        new Line(point(line.x1, line.y1), point(line.x2, line.y2), width, style, foreground(name)));
  }

  /** A wedge comes as its narrow and its wide half, which would show a seam. */
  @Override
  protected void drawPolygon(GenericPolygon polygon) {
    List<Point> corners = new ArrayList<>();
    for (int corner = 0; corner < polygon.getSize(); corner++) {
      corners.add(point(polygon.getX(corner), polygon.getY(corner)));
    }
    int last = wedges.size() - 1;
    if (last >= 0 && corners.size() == 4) {
      List<Point> narrow = ((Polygon) wedges.get(last)).corners();
      if (narrow.size() == 3
          && narrow.get(1).equals(corners.get(1))
          && narrow.get(2).equals(corners.get(0))) {
        wedges.remove(last);
        corners = List.of(narrow.get(0), corners.get(2), corners.get(3));
      }
    }
    wedges.add(new Polygon(corners, foreground("wedges")));
  }

  @Override
  protected void fillCircle(double x, double y, double diameter) {
    double radius = diameter / 2;
    dots.add(new Disc(point(x + radius, y + radius), radius / FINER, foreground("dots")));
  }

  /** Called before the strings of each atom. */
  @Override
  protected void onDrawAtom(int atom, String symbol, double x, double y) {
    boolean onDisc = atom < highlights.length && !Double.isNaN(highlights[atom]);
    int atomicNumber = getMolecule().getAtomicNo(atom);
    if (atomicNumber == 6 || atomicNumber == 1) {
      labelInk = foreground("atom-" + symbol);
    } else {
      Ink coloured = AtomColour.of(symbol).ink(palette);
      // On a disc the disc's colour is the message, and only the foreground stands out from all.
      labelInk = onDisc ? foreground("highlighted") : coloured;
    }
  }

  @Override
  protected void drawString(String text, double x, double y) {
    Point baseline = point(x, y + BASELINE * textSize);
    double size = (double) textSize / FINER;
    labels.add(
        new Label(text.replace('-', '\u2212'), baseline, size, width(text) * size, labelInk));
  }

  private static double width(String text) {
    return LabelMetrics.width(text);
  }

  @Override
  protected void setRGB(int rgb) {}

  @Override
  protected double getLineWidth() {
    return lineWidth;
  }

  @Override
  protected void setLineWidth(double width) {
    lineWidth = width;
  }

  @Override
  protected double getStringWidth(String text) {
    return width(text) * textSize;
  }

  @Override
  protected int getTextSize() {
    return textSize;
  }

  @Override
  protected void setTextSize(int size) {
    textSize = size;
  }
}
