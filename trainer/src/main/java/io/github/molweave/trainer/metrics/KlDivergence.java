package io.github.molweave.trainer.metrics;

import java.util.Arrays;

/**
 * The Kullback-Leibler divergence of a judged set's values from a reference's, nats, as GuacaMol
 * computes it: sum of P ln(P / Q), P the reference.
 *
 * <p>Counts are put into ten bins that divide the reference's range; values outside it are left
 * out. Other values are smoothed by Gaussians (Scott's width) and read at 1,000 places over the
 * range of both. 1e-10 is added to each density. Values are first gathered on a grid with at least
 * {@value #STEPS_IN_WIDTH} steps in the width of the Gaussian, at most {@value #FINEST} between two
 * places, which changes the divergence by less than 0.0005.
 *
 * <p>Ranges: 0 when all values of both sets are equal. A set whose values are all equal, but not
 * those of the other one, is smoothed by one place.
 *
 * <p>Source: N. Brown et al., GuacaMol, J. Chem. Inf. Model. 59 (2019) 1096.
 */
final class KlDivergence {
  private static final int PLACES = 1000;
  private static final int FINEST = 8;
  private static final int STEPS_IN_WIDTH = 8;
  private static final int BINS = 10;
  private static final double FLOOR = 1e-10;

  /** Beyond so many widths a Gaussian adds little beside 1e-10. */
  private static final double WIDTHS = 6;

  private final double[] judged;
  private final Descriptor.Kind kind;
  private final double low;
  private final double high;
  private final double[] reference;

  KlDivergence(double[] judged, double[] reference, Descriptor.Kind kind) {
    this.judged = judged;
    this.kind = kind;
    double least = Arrays.stream(reference).min().orElse(0);
    double most = Arrays.stream(reference).max().orElse(0);
    if (kind == Descriptor.Kind.CONTINUOUS) {
      least = Math.min(least, Arrays.stream(judged).min().orElse(0));
      most = Math.max(most, Arrays.stream(judged).max().orElse(0));
    } else if (least == most) {
      least -= 0.5;
      most += 0.5;
    }
    this.low = least;
    this.high = most;
    int[] once = new int[reference.length];
    Arrays.fill(once, 1);
    this.reference = density(reference, once);
  }

  /** The divergence when value {@code i} of the judged set occurs {@code weights[i]} times. */
  double of(int[] weights) {
    if (low == high) {
      return 0;
    }
    double[] density = density(judged, weights);
    double sum = 0;
    for (int i = 0; i < density.length; i++) {
      sum += reference[i] * Math.log(reference[i] / density[i]);
    }
    return sum;
  }

  /** Shares that sum to one, none of them zero. */
  private double[] density(double[] values, int[] weights) {
    double[] density =
        low == high
            ? new double[1]
            : kind == Descriptor.Kind.COUNT ? histogram(values, weights) : smooth(values, weights);
    double sum = 0;
    for (int i = 0; i < density.length; i++) {
      density[i] += FLOOR;
      sum += density[i];
    }
    for (int i = 0; i < density.length; i++) {
      density[i] /= sum;
    }
    return density;
  }

  private double[] histogram(double[] values, int[] weights) {
    double[] bins = new double[BINS];
    double total = 0;
    for (int i = 0; i < values.length; i++) {
      if (values[i] >= low && values[i] <= high) {
        int bin = (int) Math.min(BINS - 1, (values[i] - low) / (high - low) * BINS);
        bins[bin] += weights[i];
        total += weights[i];
      }
    }
    for (int bin = 0; bin < BINS && total > 0; bin++) {
      bins[bin] *= BINS / ((high - low) * total);
    }
    return bins;
  }

  private double[] smooth(double[] values, int[] weights) {
    double total = 0;
    double mean = 0;
    for (int i = 0; i < values.length; i++) {
      total += weights[i];
      mean += weights[i] * values[i];
    }
    mean /= total;
    double squares = 0;
    for (int i = 0; i < values.length; i++) {
      squares += weights[i] * (values[i] - mean) * (values[i] - mean);
    }
    double between = (high - low) / (PLACES - 1);
    double width =
        Math.max(Math.sqrt(squares / Math.max(1, total - 1)) * Math.pow(total, -0.2), between);
    int fineness = (int) Math.min(FINEST, Math.ceil(STEPS_IN_WIDTH * between / width));
    double[] grid = gathered(values, weights, fineness);
    double step = between / fineness;
    return blurred(grid, fineness, width / step, 1 / (total * width * Math.sqrt(2 * Math.PI)));
  }

  /** The values shared out between the two steps of the grid that each lies between. */
  private double[] gathered(double[] values, int[] weights, int fineness) {
    double[] grid = new double[(PLACES - 1) * fineness + 1];
    double step = (high - low) / (grid.length - 1);
    for (int i = 0; i < values.length; i++) {
      double place = (values[i] - low) / step;
      int left = (int) Math.min(grid.length - 2, place);
      grid[left + 1] += weights[i] * (place - left);
      grid[left] += weights[i] * (1 - (place - left));
    }
    return grid;
  }

  /**
   * @param width of the Gaussian, in steps of the grid
   * @param peak of the Gaussian
   */
  private static double[] blurred(double[] grid, int fineness, double width, double peak) {
    int reach = (int) Math.min(grid.length, Math.ceil(WIDTHS * width));
    double[] bell = new double[reach + 1];
    for (int i = 0; i < bell.length; i++) {
      bell[i] = peak * Math.exp(-0.5 * i * i / (width * width));
    }
    double[] density = new double[PLACES];
    for (int place = 0; place < PLACES; place++) {
      int centre = place * fineness;
      int end = Math.min(grid.length - 1, centre + reach);
      for (int at = Math.max(0, centre - reach); at <= end; at++) {
        density[place] += grid[at] * bell[Math.abs(at - centre)];
      }
    }
    return density;
  }
}
