package io.github.molweave.trainer.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class IntervalTest {
  /** 10 of 20: (0.5 +- 1.96 * sqrt(0.0125 + 0.0024) / 1.192), worked by hand. */
  @Test
  void matchesAValueWorkedByHand() {
    assertEquals(0.299, Interval.ofProportion(10, 20).low(), 5e-4);
    assertEquals(0.701, Interval.ofProportion(10, 20).high(), 5e-4);
  }

  /** With no success the upper end is z^2 / (n + z^2). */
  @Test
  void staysInsideZeroToOne() {
    double z2 = 3.841458820694124;
    assertEquals(0, Interval.ofProportion(0, 10).low());
    assertEquals(z2 / (10 + z2), Interval.ofProportion(0, 10).high(), 1e-12);
    assertEquals(10 / (10 + z2), Interval.ofProportion(10, 10).low(), 1e-12);
    assertEquals(1, Interval.ofProportion(10, 10).high(), 1e-12);
  }

  @Test
  void refusesWhatIsNoProportion() {
    assertThrows(IllegalArgumentException.class, () -> Interval.ofProportion(3, 2));
    assertThrows(IllegalArgumentException.class, () -> Interval.ofProportion(-1, 2));
    assertThrows(IllegalArgumentException.class, () -> Interval.ofProportion(0, 0));
  }
}
