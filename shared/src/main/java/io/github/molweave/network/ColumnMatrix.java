package io.github.molweave.network;

import java.util.Arrays;

/**
 * Weights column by column, each column an array of its own.
 *
 * <p>The inner loop adds four columns to the sums of all rows. The JVM's compiler makes vector
 * instructions of it because nothing in it can overlap: every array is read and written at the same
 * index. With one array for all columns, or with six columns at a time, it does not, and the loop
 * is ten times slower.
 */
final class ColumnMatrix implements WeightMatrix {
  private static final int COLUMNS_AT_ONCE = 4;

  /** [columns, rounded up to a multiple of four by columns of zeros][rows] */
  private final int[][] weights;

  private final int rows;
  private final int columns;

  /** See {@link WeightMatrix.Layout#of}. */
  ColumnMatrix(byte[] weights, int rows, int columns) {
    this.rows = rows;
    this.columns = columns;
    int padded = (columns + COLUMNS_AT_ONCE - 1) / COLUMNS_AT_ONCE * COLUMNS_AT_ONCE;
    this.weights = new int[padded][rows];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        this.weights[column][row] = weights[row * columns + column];
      }
    }
  }

  @Override
  public void multiply(int[] activations, int count, int[][] sums) {
    for (int place = 0; place < count; place++) {
      Arrays.fill(sums[place], 0, rows, 0);
    }
    int whole = columns / COLUMNS_AT_ONCE * COLUMNS_AT_ONCE;
    // Places inside: the four columns then stay in the nearest cache for all of them.
    for (int column = 0; column < whole; column += COLUMNS_AT_ONCE) {
      for (int place = 0; place < count; place++) {
        int at = place * columns + column;
        int first = activations[at];
        int second = activations[at + 1];
        int third = activations[at + 2];
        int fourth = activations[at + 3];
        add(column, first, second, third, fourth, sums[place]);
      }
    }
    int left = columns - whole;
    for (int place = 0; left > 0 && place < count; place++) {
      int at = place * columns + whole;
      int second = left > 1 ? activations[at + 1] : 0;
      int third = left > 2 ? activations[at + 2] : 0;
      add(whole, activations[at], second, third, 0, sums[place]);
    }
  }

  private void add(int column, int a, int b, int c, int d, int[] sums) {
    int[] first = weights[column];
    int[] second = weights[column + 1];
    int[] third = weights[column + 2];
    int[] fourth = weights[column + 3];
    for (int row = 0; row < rows; row++) {
      sums[row] = sums[row] + first[row] * a + second[row] * b + third[row] * c + fourth[row] * d;
    }
  }
}
