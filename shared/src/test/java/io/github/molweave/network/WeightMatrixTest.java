package io.github.molweave.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WeightMatrixTest {
  enum Kind {
    ROWS,
    COLUMNS;

    WeightMatrix of(byte[] weights, int rows, int columns) {
      return this == ROWS
          ? new RowMatrix(weights, rows, columns)
          : new ColumnMatrix(weights, rows, columns);
    }
  }

  /** Enough calls that the loops run compiled, their vector parts and their remainders. */
  @Property(tries = 600, seed = "1")
  void productsAreExactForAnyShape(
      @ForAll Kind kind,
      @ForAll @IntRange(min = 1, max = 300) int rows,
      @ForAll @IntRange(min = 1, max = 200) int columns,
      @ForAll @IntRange(min = 1, max = 4) int count,
      @ForAll long seed) {
    Random random = new Random(seed);
    byte[] weights = new byte[rows * columns];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (byte) (random.nextInt(255) - 127);
    }
    int[] activations = new int[count * columns];
    for (int i = 0; i < activations.length; i++) {
      activations[i] = random.nextInt(32769) - 16384;
    }
    int[][] sums = new int[count][rows];
    for (int[] row : sums) {
      Arrays.fill(row, 99);
    }
    kind.of(weights, rows, columns).multiply(activations, count, sums);
    for (int place = 0; place < count; place++) {
      for (int row = 0; row < rows; row++) {
        long sum = 0;
        for (int column = columns - 1; column >= 0; column--) {
          sum += (long) weights[row * columns + column] * activations[place * columns + column];
        }
        assertEquals(sum, sums[place][row]);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void theLargestPossibleSumFitsInAnInt(Kind kind) {
    int columns = Architecture.MAX_HIDDEN;
    byte[] weights = new byte[5 * columns];
    Arrays.fill(weights, (byte) 127);
    Arrays.fill(weights, 4 * columns, 5 * columns, (byte) -127);
    int[] activations = new int[columns];
    Arrays.fill(activations, 16384);
    int[][] sums = new int[1][5];
    kind.of(weights, 5, columns).multiply(activations, 1, sums);
    int most = 2130706432;
    assertArrayEquals(new int[] {most, most, most, most, -most}, sums[0]);
  }

  @ParameterizedTest
  @EnumSource
  void rowsAndPlacesBeyondAreLeftAlone(Kind kind) {
    int[][] sums = {{9, 9, 9}, {8, 8, 8}};
    kind.of(new byte[] {1, 2}, 2, 1).multiply(new int[] {5, 7}, 1, sums);
    assertArrayEquals(new int[][] {{5, 10, 9}, {8, 8, 8}}, sums);
  }
}
