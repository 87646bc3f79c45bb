package io.github.molweave.network;

/**
 * Exact products of a matrix of signed bytes with vectors of 16-bit activations, [rows, columns] by
 * [count, columns].
 */
final class WeightMatrix {
  private static final int ROWS_AT_ONCE = 4;

  private final int[] weights;
  private final int rows;
  private final int columns;

  /**
   * Prepares one matrix, once.
   *
   * @param weights [rows, columns] row-major, -127..127; read during the call only
   * @param columns at most {@link Architecture#MAX_HIDDEN}, so that no sum overflows
   */
  WeightMatrix(byte[] weights, int rows, int columns) {
    // Widened once: the JVM and the browsers are several times slower on arrays of bytes.
    this.weights = new int[rows * columns];
    for (int i = 0; i < this.weights.length; i++) {
      this.weights[i] = weights[i];
    }
    this.rows = rows;
    this.columns = columns;
  }

  /**
   * {@code sums[p][r] = weights[r][0] * activations[p][0] + weights[r][1] * activations[p][1] +
   * ...}
   *
   * @param activations [count, columns] or longer, -16384..16384
   * @param sums [count, rows] or longer; the first {@code count * rows} are overwritten
   */
  void multiply(int[] activations, int count, int[] sums) {
    for (int place = 0; place < count; place++) {
      multiply(activations, place * columns, sums, place * rows);
    }
  }

  private void multiply(int[] activations, int from, int[] sums, int to) {
    int row = 0;
    // Four sums at a time hide the latency of the additions and read each activation once.
    for (; row + ROWS_AT_ONCE <= rows; row += ROWS_AT_ONCE) {
      int first = row * columns;
      int second = first + columns;
      int third = second + columns;
      int fourth = third + columns;
      int sum0 = 0;
      int sum1 = 0;
      int sum2 = 0;
      int sum3 = 0;
      for (int column = 0; column < columns; column++) {
        int activation = activations[from + column];
        sum0 += weights[first + column] * activation;
        sum1 += weights[second + column] * activation;
        sum2 += weights[third + column] * activation;
        sum3 += weights[fourth + column] * activation;
      }
      sums[to + row] = sum0;
      sums[to + row + 1] = sum1;
      sums[to + row + 2] = sum2;
      sums[to + row + 3] = sum3;
    }
    for (; row < rows; row++) {
      int sum = 0;
      for (int column = 0; column < columns; column++) {
        sum += weights[row * columns + column] * activations[from + column];
      }
      sums[to + row] = sum;
    }
  }
}
