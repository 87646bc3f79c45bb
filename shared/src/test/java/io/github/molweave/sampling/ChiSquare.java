package io.github.molweave.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

/** Pearson's test of counts against exact probabilities. */
final class ChiSquare {
  private ChiSquare() {}

  /**
   * Fails when {@code counts} would come from {@code probabilities} less than about once in a
   * million times. What is expected less than five times is counted as one outcome.
   */
  static <T> void assertFits(Map<T, Integer> counts, Map<T, Double> probabilities) {
    assertEquals(
        1, probabilities.values().stream().mapToDouble(p -> p).sum(), 1e-9, "not a distribution");
    for (T outcome : counts.keySet()) {
      assertTrue(
          probabilities.getOrDefault(outcome, 0.0) > 0, () -> outcome + " cannot happen but did");
    }
    int total = counts.values().stream().mapToInt(n -> n).sum();
    double statistic = 0;
    int outcomes = 0;
    double rareExpected = 0;
    double rareSeen = 0;
    for (Map.Entry<T, Double> entry : probabilities.entrySet()) {
      double expected = entry.getValue() * total;
      double seen = counts.getOrDefault(entry.getKey(), 0);
      if (expected < 5) {
        rareExpected += expected;
        rareSeen += seen;
      } else {
        statistic += (seen - expected) * (seen - expected) / expected;
        outcomes++;
      }
    }
    if (rareExpected > 0) {
      double rare = Math.max(rareExpected, 1);
      statistic += (rareSeen - rareExpected) * (rareSeen - rareExpected) / rare;
      outcomes++;
    }
    double limit = quantile(outcomes - 1);
    assertTrue(statistic < limit, "chi-square " + statistic + ", limit " + limit);
  }

  /** The 1 - 1e-6 quantile by Wilson and Hilferty (1931). */
  private static double quantile(int freedom) {
    double part = 2.0 / (9.0 * Math.max(freedom, 1));
    double root = 1 - part + 4.7534 * Math.sqrt(part);
    return Math.max(freedom, 1) * root * root * root;
  }
}
