package io.github.molweave.trainer.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * From values to places along an axis of a chart, with round numbers to name.
 *
 * @param kind how values are spread
 * @param low the value at the beginning
 * @param high the value at the end, above {@code low}
 */
record Scale(Kind kind, double low, double high) {
  private static final double[] LINEAR_STEPS = {1, 2, 2.5, 5, 10};
  private static final double[] LOGARITHMIC_MARKS = {1, 1.2, 1.5, 2, 3, 4, 5, 6, 8};
  private static final int MARKS = 5;

  /** How values are spread. */
  enum Kind {
    /** Evenly. */
    LINEAR,
    /** By their logarithm; above 0. */
    LOGARITHMIC
  }

  /** A scale around {@code values}, of which only finite ones count (and above 0 by logarithm). */
  static Scale around(Kind kind, double[] values) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      if (Double.isFinite(value) && (kind == Kind.LINEAR || value > 0)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    if (low > high) {
      return new Scale(kind, kind == Kind.LINEAR ? 0 : 1, kind == Kind.LINEAR ? 1 : 10);
    }
    if (kind == Kind.LOGARITHMIC) {
      return new Scale(kind, low / 1.05, high * 1.05);
    }
    double room = high > low ? 0.05 * (high - low) : Math.max(0.5, 0.1 * Math.abs(high));
    return new Scale(kind, low - room, high + room);
  }

  /** 0 at the low end, 1 at the high one; beyond them the ends. NaN stays NaN. */
  double place(double value) {
    double place =
        kind == Kind.LINEAR
            ? (value - low) / (high - low)
            : (Math.log(value) - Math.log(low)) / (Math.log(high) - Math.log(low));
    return Math.max(0, Math.min(1, place));
  }

  /** Round values within the scale, rising: up to about six. */
  List<Double> marks() {
    return kind == Kind.LINEAR ? linearMarks() : logarithmicMarks();
  }

  private List<Double> linearMarks() {
    double rough = (high - low) / MARKS;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double step = 10 * power;
    for (double candidate : LINEAR_STEPS) {
      if (candidate * power >= rough) {
        step = candidate * power;
        break;
      }
    }
    List<Double> marks = new ArrayList<>();
    for (double mark = Math.ceil(low / step) * step; mark <= high; mark += step) {
      marks.add(Math.abs(mark) < step / 1e6 ? 0 : mark);
    }
    return marks;
  }

  private List<Double> logarithmicMarks() {
    List<Double> marks = new ArrayList<>();
    for (int power = (int) Math.floor(Math.log10(low)); Math.pow(10, power) <= high; power++) {
      for (double mark : LOGARITHMIC_MARKS) {
        double value = power < 0 ? mark / Math.pow(10, -power) : mark * Math.pow(10, power);
        if (value >= low && value <= high) {
          marks.add(value);
        }
      }
    }
    return thinned(marks);
  }

  /** Of too many marks only the powers of ten, or every second, third, ... stays. */
  private static List<Double> thinned(List<Double> marks) {
    if (marks.size() <= MARKS + 1) {
      return marks;
    }
    List<Double> powers =
        marks.stream().filter(mark -> Math.abs(Math.log10(mark) % 1) < 1e-9).toList();
    if (powers.size() >= 3) {
      return powers;
    }
    int every = (marks.size() + MARKS) / (MARKS + 1);
    List<Double> some = new ArrayList<>();
    for (int i = 0; i < marks.size(); i += every) {
      some.add(marks.get(i));
    }
    return some;
  }

  /** A value as short as can be read. */
  static String words(double value) {
    double size = Math.abs(value);
    if (value == 0) {
      return "0";
    }
    if (size >= 10_000) {
      return String.format(Locale.ROOT, "%,.0fk", value / 1000);
    }
    if (size < 0.001) {
      return String.format(Locale.ROOT, "%.0e", value).replace("e-0", "e-");
    }
    String text = String.format(Locale.ROOT, size < 0.01 ? "%.4f" : "%.3f", value);
    return text.replaceAll("0+$", "").replaceAll("\\.$", "");
  }
}
