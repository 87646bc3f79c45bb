package io.github.molweave.trainer.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * Curves as SVG. Colours come from the page's style sheet by class, so that they follow light and
 * dark; each curve also has its own dashes and marks. No id, script or link.
 */
final class Chart {
  private static final int WIDTH = 360;
  private static final int HEIGHT = 220;
  private static final int LEFT = 46;
  private static final int RIGHT = 12;
  private static final int TOP = 12;
  private static final int BOTTOM = 36;

  /** Beyond it a curve has more points than the picture pixels. */
  private static final int MOST_POINTS = 300;

  private final String title;
  private final Scale across;
  private final Scale up;
  private final List<Curve> curves;
  private final StringBuilder out = new StringBuilder();

  /**
   * A point.
   *
   * @param low the lower end of its interval, or its y
   * @param high the upper end of its interval, or its y
   */
  record Point(double x, double y, double low, double high) {
    /** A point without an interval. */
    Point(double x, double y) {
      this(x, y, y, y);
    }
  }

  /** How a curve looks: its number decides colour, dashes and marks. */
  enum Look {
    /** Thin, without marks: many points. */
    FINE("a", ""),
    /** The first curve that matters. */
    FIRST("b", "o"),
    /** The second. */
    SECOND("c", "s"),
    /** The third. */
    THIRD("d", "t");

    private final String style;
    private final String mark;

    Look(String style, String mark) {
      this.style = style;
      this.mark = mark;
    }

    /** A piece of such a curve, for the legend. */
    String sample() {
      return "<svg viewBox=\"0 0 26 12\" aria-hidden=\"true\"><path class=\"curve "
          + style
          + "\" d=\"M0 6H26\"/>"
          + Chart.mark(this, 13, 6)
          + "</svg>";
    }
  }

  /** Points with a name; those without a finite y are left out. */
  record Curve(String name, Look look, List<Point> points) {
    /** Leaves out what has no place and thins out what is too much. */
    Curve {
      points = thinned(points.stream().filter(point -> Double.isFinite(point.y())).toList());
    }

    /** Means of as many neighbours as it takes. */
    private static List<Point> thinned(List<Point> points) {
      int every = (points.size() + MOST_POINTS - 1) / MOST_POINTS;
      if (every <= 1) {
        return points;
      }
      List<Point> means = new ArrayList<>();
      for (int from = 0; from < points.size(); from += every) {
        List<Point> some = points.subList(from, Math.min(points.size(), from + every));
        means.add(
            new Point(
                some.stream().mapToDouble(Point::x).average().orElseThrow(),
                some.stream().mapToDouble(Point::y).average().orElseThrow()));
      }
      return means;
    }
  }

  private Chart(String title, Scale across, Scale up, List<Curve> curves) {
    this.title = title;
    this.across = across;
    this.up = up;
    this.curves = curves;
  }

  /**
   * A chart.
   *
   * @param title its accessible name
   * @param xLabel below the axis
   * @param across null for one around the points
   * @param up how y is spread
   * @param curves at least one
   */
  static String svg(String title, String xLabel, Scale across, Scale.Kind up, List<Curve> curves) {
    List<Point> points = curves.stream().flatMap(curve -> curve.points().stream()).toList();
    Scale x =
        across != null
            ? across
            : Scale.around(Scale.Kind.LINEAR, points.stream().mapToDouble(Point::x).toArray());
    Scale y =
        Scale.around(
            up, points.stream().flatMapToDouble(p -> DoubleStream.of(p.low(), p.high())).toArray());
    return new Chart(title, x, y, curves).draw(xLabel);
  }

  private String draw(String xLabel) {
    out.append("<svg class=\"chart\" role=\"img\" viewBox=\"0 0 ");
    out.append(WIDTH).append(' ').append(HEIGHT).append("\"><title>");
    out.append(Html.escape(title)).append("</title><desc>").append(Html.escape(description()));
    out.append("</desc>");
    axes(xLabel);
    for (Curve curve : curves) {
      draw(curve);
    }
    return out.append("</svg>").toString();
  }

  /** The last value of each curve, for those who hear the page. */
  private String description() {
    StringBuilder words = new StringBuilder();
    for (Curve curve : curves) {
      if (!curve.points().isEmpty()) {
        Point last = curve.points().get(curve.points().size() - 1);
        words.append(curve.name()).append(": last ").append(Scale.words(last.y())).append(". ");
      }
    }
    return words.toString().strip();
  }

  private void axes(String xLabel) {
    for (double mark : up.marks()) {
      double y = y(mark);
      line("grid", LEFT, y, WIDTH - RIGHT, y);
      label("end", LEFT - 6, y + 4, Scale.words(mark));
    }
    for (double mark : across.marks()) {
      double x = x(mark);
      line("tick", x, HEIGHT - BOTTOM, x, HEIGHT - BOTTOM + 4);
      label("middle", x, HEIGHT - BOTTOM + 17, Scale.words(mark));
    }
    line("axis", LEFT, HEIGHT - BOTTOM, WIDTH - RIGHT, HEIGHT - BOTTOM);
    label("middle", (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 3, xLabel);
  }

  private void draw(Curve curve) {
    String style = curve.look().style;
    if (curve.points().size() > 1) {
      out.append("<polyline class=\"curve ").append(style).append("\" points=\"");
      for (Point point : curve.points()) {
        out.append(number(x(point.x()))).append(',').append(number(y(point.y()))).append(' ');
      }
      out.append("\"/>");
    }
    boolean few = curve.points().size() <= 40;
    for (Point point : curve.points()) {
      if (point.low() < point.high()) {
        line("whisker " + style, x(point.x()), y(point.low()), x(point.x()), y(point.high()));
      }
      if (few) {
        out.append(mark(curve.look(), x(point.x()), y(point.y())));
      }
    }
  }

  private static String mark(Look look, double x, double y) {
    String shape =
        switch (look.mark) {
          case "o" -> "<circle r=\"3\" cx=\"" + number(x) + "\" cy=\"" + number(y) + "\"";
          case "s" -> path(x - 3, y - 3, "h6v6h-6z");
          case "t" -> path(x, y - 4, "l4 7h-8z");
          default -> "";
        };
    return shape.isEmpty() ? "" : shape + " class=\"mark " + look.style + "\"/>";
  }

  private static String path(double x, double y, String rest) {
    return "<path d=\"M" + number(x) + " " + number(y) + rest + "\"";
  }

  private double x(double value) {
    return LEFT + across.place(value) * (WIDTH - LEFT - RIGHT);
  }

  private double y(double value) {
    return HEIGHT - BOTTOM - up.place(value) * (HEIGHT - TOP - BOTTOM);
  }

  private void line(String style, double fromX, double fromY, double toX, double toY) {
    out.append("<path class=\"").append(style).append("\" d=\"M").append(number(fromX));
    out.append(' ').append(number(fromY)).append('L').append(number(toX)).append(' ');
    out.append(number(toY)).append("\"/>");
  }

  private void label(String anchor, double x, double y, String text) {
    out.append("<text text-anchor=\"").append(anchor).append("\" x=\"").append(number(x));
    out.append("\" y=\"").append(number(y)).append("\">").append(Html.escape(text));
    out.append("</text>");
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
