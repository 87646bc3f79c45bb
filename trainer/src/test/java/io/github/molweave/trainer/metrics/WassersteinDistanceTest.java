package io.github.molweave.trainer.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WassersteinDistanceTest {
  private static final int[] ONCE = {1, 1};

  @Test
  void isHowFarValuesMustBeMoved() {
    assertEquals(3, new WassersteinDistance(new double[] {4, 5}, new double[] {1, 2}).of(ONCE));
    assertEquals(3, new WassersteinDistance(new double[] {1, 2}, new double[] {5, 4}).of(ONCE));
    // Half of the weight goes from 0 to 2, the other half from 10 to 8.
    assertEquals(2, new WassersteinDistance(new double[] {0, 10}, new double[] {2, 8}).of(ONCE));
  }

  @Test
  void isNothingBetweenEqualSets() {
    assertEquals(
        0, new WassersteinDistance(new double[] {2, 1}, new double[] {1, 2, 2, 1}).of(ONCE));
  }

  @Test
  void weightsAreRepetitions() {
    WassersteinDistance weighted =
        new WassersteinDistance(new double[] {1, 4}, new double[] {3, 7});
    WassersteinDistance repeated =
        new WassersteinDistance(new double[] {1, 4, 4, 4}, new double[] {3, 7});
    assertEquals(repeated.of(new int[] {1, 1, 1, 1}), weighted.of(new int[] {1, 3}), 1e-12);
  }
}
