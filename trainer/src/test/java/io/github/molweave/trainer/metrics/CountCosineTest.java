package io.github.molweave.trainer.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CountCosineTest {
  @Test
  void isTheCosineOfTheCounts() {
    // Counts: judged a 2, b 1; reference a 1, c 2.
    CountCosine cosine =
        new CountCosine(
            List.of(List.of("a", "a"), List.of("b")), List.of(List.of("a", "c"), List.of("c")));
    assertEquals(2 / (Math.sqrt(5) * Math.sqrt(5)), cosine.of(new int[] {1, 1}), 1e-12);
    assertEquals(1 / Math.sqrt(5), cosine.of(new int[] {3, 0}), 1e-12);
  }

  @Test
  void isUnknownWhereNothingOccurs() {
    CountCosine cosine = new CountCosine(List.of(List.of()), List.of(List.of("a")));
    assertEquals(Double.NaN, cosine.of(new int[] {1}));
  }
}
