package io.github.molweave.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WeightMatrixTest {
  @Property(tries = 300, seed = "1")
  void productsAreExactForAnyShape(
      @ForAll @IntRange(min = 1, max = 70) int rows,
      @ForAll @IntRange(min = 1, max = 200) int columns,
      @ForAll long seed) {
    Random random = new Random(seed);
    byte[] weights = new byte[rows * columns];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (byte) (random.nextInt(255) - 127);
    }
    int count = 3;
    int[] activations = new int[count * columns];
    for (int i = 0; i < activations.length; i++) {
      activations[i] = random.nextInt(32769) - 16384;
    }
    int[] sums = new int[count * rows];
    new WeightMatrix(weights, rows, columns).multiply(activations, count, sums);
    for (int at = 0; at < sums.length; at++) {
      int row = at % rows;
      int place = at / rows;
      long sum = 0;
      for (int column = columns - 1; column >= 0; column--) {
        sum += (long) weights[row * columns + column] * activations[place * columns + column];
      }
      assertEquals(sum, sums[at]);
    }
  }

  @Test
  void theLargestPossibleSumFitsInAnInt() {
    int columns = Architecture.MAX_HIDDEN;
    byte[] weights = new byte[5 * columns];
    Arrays.fill(weights, (byte) 127);
    Arrays.fill(weights, 4 * columns, 5 * columns, (byte) -127);
    int[] activations = new int[columns];
    Arrays.fill(activations, 16384);
    int[] sums = new int[5];
    new WeightMatrix(weights, 5, columns).multiply(activations, 1, sums);
    int most = 2130706432;
    assertEquals(Arrays.toString(new int[] {most, most, most, most, -most}), Arrays.toString(sums));
  }

  @Test
  void rowsBeyondTheMatrixAreLeftAlone() {
    int[] sums = {9, 9, 9};
    new WeightMatrix(new byte[] {1, 2}, 2, 1).multiply(new int[] {5, 7}, 1, sums);
    assertEquals("[5, 10, 9]", Arrays.toString(sums));
  }
}
