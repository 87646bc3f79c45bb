package io.github.molweave.trainer.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/**
 * Two sets of values as shares of each bin: the corpus as a filled ground, the samples as a line.
 */
final class Histogram {
  private static final int BINS = 24;
  private static final int WIDTH = 360;
  private static final int HEIGHT = 200;
  private static final int LEFT = 12;
  private static final int RIGHT = 12;
  private static final int TOP = 10;
  private static final int BOTTOM = 36;

  /** Part of the values that is left to the outermost bins at each end. */
  private static final double TAIL = 0.005;

  private Histogram() {}

  /**
   * A picture with its description.
   *
   * @param samples rising, not empty
   * @param corpus rising, not empty
   */
  static String svg(Property property, double[] samples, double[] corpus) {
    double low = Math.min(quantile(samples, TAIL), quantile(corpus, TAIL));
    double high = Math.max(quantile(samples, 1 - TAIL), quantile(corpus, 1 - TAIL));
    Scale across = Scale.around(Scale.Kind.LINEAR, new double[] {low, high});
    double[] ofSamples = shares(samples, across);
    double[] ofCorpus = shares(corpus, across);
    double most = 0;
    for (int bin = 0; bin < BINS; bin++) {
      most = Math.max(most, Math.max(ofSamples[bin], ofCorpus[bin]));
    }
    StringBuilder out = new StringBuilder();
    out.append("<svg class=\"chart\" role=\"img\" viewBox=\"0 0 ");
    out.append(WIDTH).append(' ').append(HEIGHT).append("\"><title>");
    out.append(Html.escape(property.heading() + " of samples and corpus")).append("</title><desc>");
    out.append(Html.escape("Samples: " + words(samples) + ". Corpus: " + words(corpus) + "."));
    out.append("</desc>");
    steps(out, "ground", ofCorpus, most);
    steps(out, "curve b", ofSamples, most);
    out.append("<path class=\"axis\" d=\"M").append(LEFT).append(' ').append(HEIGHT - BOTTOM);
    out.append('H').append(WIDTH - RIGHT).append("\"/>");
    for (double mark : across.marks()) {
      double x = LEFT + across.place(mark) * (WIDTH - LEFT - RIGHT);
      label(out, x, HEIGHT - BOTTOM + 17, Scale.words(mark));
    }
    label(out, WIDTH / 2.0, HEIGHT - 3, property.unit());
    return out.append("</svg>").toString();
  }

  /** Median and the middle half, for readers. */
  static String words(double[] rising) {
    return String.format(
        Locale.ROOT,
        "median %s, middle half %s to %s",
        rounded(quantile(rising, 0.5)),
        rounded(quantile(rising, 0.25)),
        rounded(quantile(rising, 0.75)));
  }

  /** To three digits that count. */
  private static String rounded(double value) {
    return new BigDecimal(value).round(new MathContext(3)).toPlainString();
  }

  private static double quantile(double[] rising, double part) {
    return rising[(int) Math.round(part * (rising.length - 1))];
  }

  private static double[] shares(double[] values, Scale across) {
    double[] shares = new double[BINS];
    for (double value : values) {
      int bin = Math.min(BINS - 1, (int) (across.place(value) * BINS));
      shares[bin] += 1.0 / values.length;
    }
    return shares;
  }

  private static void steps(StringBuilder out, String style, double[] shares, double most) {
    double width = (double) (WIDTH - LEFT - RIGHT) / BINS;
    int floor = HEIGHT - BOTTOM;
    out.append("<path class=\"").append(style).append("\" d=\"M").append(LEFT).append(' ');
    out.append(floor);
    for (int bin = 0; bin < BINS; bin++) {
      out.append('V').append(number(floor - shares[bin] / most * (floor - TOP)));
      out.append('H').append(number(LEFT + (bin + 1) * width));
    }
    out.append('V').append(floor).append("\"/>");
  }

  private static void label(StringBuilder out, double x, double y, String text) {
    out.append("<text text-anchor=\"middle\" x=\"").append(number(x)).append("\" y=\"");
    out.append(number(y)).append("\">").append(Html.escape(text)).append("</text>");
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
