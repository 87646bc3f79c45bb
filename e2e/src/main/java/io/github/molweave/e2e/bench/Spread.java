package io.github.molweave.e2e.bench;

import java.util.Arrays;

/**
 * The middle and the ends of some values.
 *
 * @param median the mean of the middle two when their number is even
 */
record Spread(double least, double median, double most) {
  /** At least one value; their order does not matter. */
  static Spread of(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Spread(sorted[0], median, sorted[sorted.length - 1]);
  }
}
