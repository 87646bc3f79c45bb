package io.github.molweave.chemistry;

import com.actelion.research.chem.AbstractDepictor;
import com.actelion.research.chem.StereoMolecule;
import com.actelion.research.gui.generic.GenericPolygon;

/**
 * Collects OpenChemLib's drawing calls as SVG elements. Everything is currentColor but the labels
 * of coloured atoms; OpenChemLib's own colours are not used, since they are chosen for white paper.
 */
final class SvgDepictor extends AbstractDepictor<Object> {
  /** No colour that OpenChemLib computes, so that "the foreground" can be told from all others. */
  private static final int FOREGROUND = 0xFF010203;

  private static final int MODE =
      cDModeSuppressChiralText
          | cDModeSuppressCIPParity
          | cDModeSuppressESR
          | cDModeNoStereoProblem
          | cDModeNoColorOnESRAndCIP;

  /** From a letter's middle down to its baseline, in font sizes. */
  private static final double BASELINE = 0.36;

  private final StringBuilder bonds = new StringBuilder();
  private final StringBuilder dottedBonds = new StringBuilder();
  private final StringBuilder wedges = new StringBuilder();
  private final StringBuilder dots = new StringBuilder();
  private final StringBuilder labels = new StringBuilder();
  private boolean coloured;
  private AtomColour colour;
  private int textSize = 12;
  private double lineWidth = 1;
  private double bondWidth = 1;

  SvgDepictor(StereoMolecule structure) {
    super(structure, MODE);
    setForegroundColor(FOREGROUND, 0xFFFFFFFF);
  }

  /** All that was drawn, bonds first. */
  String elements() {
    StringBuilder all = new StringBuilder();
    String stroke =
        "fill=\"none\" stroke=\"currentColor\" stroke-linecap=\"round\" stroke-width=\""
            + number(bondWidth)
            + "\"";
    appendPath(all, "mw-bonds", stroke, bonds);
    appendPath(all, "mw-dotted-bonds", stroke + " stroke-dasharray=\"3 3\"", dottedBonds);
    appendPath(all, "mw-wedges", "fill=\"currentColor\"", wedges);
    all.append(dots);
    if (!labels.isEmpty()) {
      all.append("<g font-family=\"Helvetica, Arial, sans-serif\" text-anchor=\"middle\">")
          .append(labels)
          .append("</g>");
    }
    return all.toString();
  }

  private static void appendPath(StringBuilder all, String name, String look, StringBuilder path) {
    if (!path.isEmpty()) {
      all.append("<path class=\"" + name + "\" " + look + " d=\"").append(path).append("\"/>");
    }
  }

  /** At most two decimals; finite input. */
  static String number(double value) {
    long hundredths = (long) Math.floor(value * 100 + 0.5);
    String sign = hundredths < 0 ? "-" : "";
    int size = (int) Math.abs(hundredths);
    int rest = size % 100;
    String decimals =
        rest == 0 ? "" : rest % 10 == 0 ? "." + rest / 10 : rest < 10 ? ".0" + rest : "." + rest;
    return sign + size / 100 + decimals;
  }

  private static void line(StringBuilder path, DepictorLine line) {
    path.append('M').append(number(line.x1)).append(' ').append(number(line.y1));
    path.append('L').append(number(line.x2)).append(' ').append(number(line.y2));
  }

  @Override
  protected void drawBlackLine(DepictorLine line) {
    bondWidth = lineWidth;
    line(bonds, line);
  }

  @Override
  protected void drawDottedLine(DepictorLine line) {
    bondWidth = lineWidth;
    line(dottedBonds, line);
  }

  @Override
  protected void drawPolygon(GenericPolygon polygon) {
    for (int corner = 0; corner < polygon.getSize(); corner++) {
      wedges.append(corner == 0 ? 'M' : 'L').append(number(polygon.getX(corner)));
      wedges.append(' ').append(number(polygon.getY(corner)));
    }
    wedges.append('Z');
  }

  @Override
  protected void fillCircle(double x, double y, double diameter) {
    double radius = diameter / 2;
    dots.append("<circle fill=\"currentColor\" cx=\"").append(number(x + radius));
    dots.append("\" cy=\"").append(number(y + radius));
    dots.append("\" r=\"").append(number(radius)).append("\"/>");
  }

  /** An atom's own label comes first after its colour; hydrogens and charges follow in the same. */
  @Override
  protected void drawString(String text, double x, double y) {
    if (coloured && colour == null) {
      colour = AtomColour.of(text);
    }
    labels.append("<text x=\"").append(number(x));
    labels.append("\" y=\"").append(number(y + BASELINE * textSize));
    labels.append("\" font-size=\"").append(textSize);
    if (text.length() > 1) {
      labels.append("\" textLength=\"").append(number(getStringWidth(text)));
      labels.append("\" lengthAdjust=\"spacingAndGlyphs");
    }
    if (coloured) {
      labels.append("\" class=\"mw-atom-").append(className(colour));
      labels.append("\" fill=\"").append(colour.hex());
    } else {
      labels.append("\" fill=\"currentColor");
    }
    labels.append("\">").append(XmlText.escape(text)).append("</text>");
  }

  private static String className(AtomColour colour) {
    return switch (colour) {
      case SI -> "Si";
      case CL -> "Cl";
      case SE -> "Se";
      case BR -> "Br";
      case OTHER -> "other";
      default -> colour.name();
    };
  }

  @Override
  protected void setRGB(int rgb) {
    coloured = rgb != FOREGROUND;
    colour = null;
  }

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
    return LabelMetrics.width(text) * textSize;
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
