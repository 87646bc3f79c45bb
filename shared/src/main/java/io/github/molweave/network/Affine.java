package io.github.molweave.network;

import io.github.molweave.numeric.FixedPoint;
import java.util.Arrays;

/** W a + b for a band of rows of one weight matrix and vectors a of 16-bit activations. */
final class Affine {
  private final WeightMatrix weights;

  /** [rows]: what one unit of an integer sum is worth. */
  private final double[] factors;

  /** [rows] */
  private final double[] biases;

  /** All rows of the matrix {@code weight} [rows, columns]. */
  Affine(
      Parameters parameters,
      WeightMatrix.Layout layout,
      String weight,
      String bias,
      int rows,
      int columns) {
    this(parameters, layout, weight, bias, rows, columns, 0, rows);
  }

  /** The rows {@code from} up to and without {@code to} of the matrix [rows, columns]. */
  Affine(
      Parameters parameters,
      WeightMatrix.Layout layout,
      String weight,
      String bias,
      int rows,
      int columns,
      int from,
      int to) {
    byte[] all = parameters.bytes(weight, rows, columns);
    float[] scale = parameters.scales(weight, rows);
    float[] addend = parameters.floats(bias, rows);
    byte[] band = Arrays.copyOfRange(all, from * columns, to * columns);
    weights = layout.of(band, to - from, columns);
    factors = new double[to - from];
    biases = new double[to - from];
    for (int row = from; row < to; row++) {
      factors[row - from] = scale[row] / (double) FixedPoint.ONE;
      biases[row - from] = addend[row];
    }
  }

  /**
   * {@code out[p][r] = sum[p][r] * factor[r] + bias[r]} for the first {@code count} places.
   *
   * @param streams lends room for activations and integer sums
   * @param values [places, columns], each in [-1, 1]
   * @param out [places, rows] or longer
   */
  void apply(ScalarStreams streams, double[] values, int count, double[] out) {
    weights.multiply(streams.activationsOf(values, count), count, streams.sums);
    int at = 0;
    for (int place = 0; place < count; place++) {
      int[] sums = streams.sums[place];
      for (int row = 0; row < factors.length; row++) {
        out[at++] = sums[row] * factors[row] + biases[row];
      }
    }
  }
}
