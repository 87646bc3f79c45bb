package io.github.molweave.network;

import io.github.molweave.network.Kernel.WeightMatrix;
import io.github.molweave.numeric.FixedPoint;
import java.util.Arrays;

/** W a + b for a band of rows of one weight matrix and a vector a of 16-bit activations. */
final class Affine {
  private final WeightMatrix weights;

  /** [rows]: what one unit of an integer sum is worth. */
  private final double[] factors;

  /** [rows] */
  private final double[] biases;

  /** All rows of the matrix {@code weight} [rows, columns]. */
  Affine(Kernel kernel, Parameters parameters, String weight, String bias, int rows, int columns) {
    this(kernel, parameters, weight, bias, rows, columns, 0, rows);
  }

  /** The rows {@code from} up to and without {@code to} of the matrix [rows, columns]. */
  Affine(
      Kernel kernel,
      Parameters parameters,
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
    weights = kernel.load(band, to - from, columns);
    factors = new double[to - from];
    biases = new double[to - from];
    for (int row = from; row < to; row++) {
      factors[row - from] = scale[row] / (double) FixedPoint.ONE;
      biases[row - from] = addend[row];
    }
  }

  /**
   * {@code out[r] = sum[r] * factor[r] + bias[r]}.
   *
   * @param sums room for the integer sums, [rows] or longer
   */
  void apply(int[] activations, int[] sums, double[] out) {
    weights.multiply(activations, sums);
    for (int row = 0; row < factors.length; row++) {
      out[row] = sums[row] * factors[row] + biases[row];
    }
  }
}
