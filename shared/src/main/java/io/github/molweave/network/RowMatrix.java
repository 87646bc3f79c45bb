package io.github.molweave.network;

/** Weights row by row: the layout for runtimes that make no vector instructions of a loop. */
final class RowMatrix implements WeightMatrix {
  private static final int ROWS_AT_ONCE = 4;

  private final int[] weights;
  private final int rows;
  private final int columns;

  /** See {@link WeightMatrix.Layout#of}. */
  RowMatrix(byte[] weights, int rows, int columns) {
    // Widened once: the JVM and the browsers are several times slower on arrays of bytes.
    this.weights = new int[rows * columns];
    for (int i = 0; i < this.weights.length; i++) {
      this.weights[i] = weights[i];
    }
    this.rows = rows;
    this.columns = columns;
  }

  @Override
  public void multiply(int[] activations, int count, int[][] sums) {
    for (int place = 0; place < count; place++) {
      multiply(activations, place * columns, sums[place]);
    }
  }

  private void multiply(int[] activations, int from, int[] sums) {
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
      sums[row] = sum0;
      sums[row + 1] = sum1;
      sums[row + 2] = sum2;
      sums[row + 3] = sum3;
    }
    for (; row < rows; row++) {
      int sum = 0;
      for (int column = 0; column < columns; column++) {
        sum += weights[row * columns + column] * activations[from + column];
      }
      sums[row] = sum;
    }
  }
}
