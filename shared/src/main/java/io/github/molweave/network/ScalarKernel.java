package io.github.molweave.network;

/** The reference kernel: plain loops that run anywhere. */
public final class ScalarKernel implements Kernel {
  private static final int ROWS_AT_ONCE = 4;

  @Override
  public WeightMatrix load(byte[] weights, int rows, int columns) {
    // Widened once: the JVM and the browsers are several times slower on arrays of bytes.
    int[] wide = new int[rows * columns];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = weights[i];
    }
    return new Rows(wide, rows, columns);
  }

  private record Rows(int[] weights, int rows, int columns) implements WeightMatrix {
    @Override
    public void multiply(int[] activations, int[] sums) {
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
          int activation = activations[column];
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
          sum += weights[row * columns + column] * activations[column];
        }
        sums[row] = sum;
      }
    }
  }
}
