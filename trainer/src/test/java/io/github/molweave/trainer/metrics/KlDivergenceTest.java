package io.github.molweave.trainer.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class KlDivergenceTest {
  private static double of(double[] judged, double[] reference, Descriptor.Kind kind) {
    int[] once = new int[judged.length];
    Arrays.fill(once, 1);
    return new KlDivergence(judged, reference, kind).of(once);
  }

  @Test
  void ofCountsIsThatOfTheirShares() {
    // Reference: halves; judged: a quarter and three quarters.
    double expected = 0.5 * Math.log(0.5 / 0.25) + 0.5 * Math.log(0.5 / 0.75);
    double found = of(new double[] {0, 1, 1, 1}, new double[] {0, 1}, Descriptor.Kind.COUNT);
    assertEquals(expected, found, 1e-6);
  }

  @Test
  void countsBeyondTheReferenceAreLeftOut() {
    double found = of(new double[] {0, 1, 9}, new double[] {0, 1}, Descriptor.Kind.COUNT);
    assertEquals(0, found, 1e-6);
  }

  @Test
  void ofEqualSetsIsNothing() {
    for (Descriptor.Kind kind : Descriptor.Kind.values()) {
      assertEquals(0, of(new double[] {1, 2, 5}, new double[] {5, 1, 2}, kind), 1e-9);
      assertEquals(0, of(new double[] {3, 3}, new double[] {3, 3}, kind), 1e-9);
    }
  }

  @Test
  void standsValuesThatAreAllEqualBesideOthers() {
    double found = of(new double[] {3, 3, 3}, new double[] {1, 2, 6}, Descriptor.Kind.CONTINUOUS);
    assertTrue(found > 1 && Double.isFinite(found), () -> "" + found);
  }
}
