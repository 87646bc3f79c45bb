package io.github.molweave.trainer.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BootstrapTest {
  private static final int SIZE = 400;

  private static double error(double[] values, long seed, int threads) {
    try (Workers workers = new Workers(threads, () -> false)) {
      return new Bootstrap(SIZE, seed, workers)
          .standardError(
              weights -> {
                double sum = 0;
                for (int i = 0; i < SIZE; i++) {
                  sum += weights[i] * values[i];
                }
                return sum / SIZE;
              });
    }
  }

  @Test
  void theErrorOfAMeanIsTheSpreadOverTheRootOfTheSize() {
    double[] values = new Random(3).doubles(SIZE).toArray();
    double expected = Math.sqrt(1.0 / 12 / SIZE);
    assertEquals(expected, error(values, 1, 1), 0.15 * expected);
  }

  @Test
  void theSeedDecidesAndTheThreadsDoNot() {
    double[] values = new Random(3).doubles(SIZE).toArray();
    assertEquals(error(values, 5, 1), error(values, 5, 3));
    assertNotEquals(error(values, 5, 1), error(values, 6, 1));
  }
}
