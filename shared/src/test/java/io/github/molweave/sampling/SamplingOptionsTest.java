package io.github.molweave.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SamplingOptionsTest {
  private static final SamplingOptions GOOD = SamplingOptions.defaults();

  @Test
  void defaultsAreTheModelAsTrained() {
    assertEquals(Seed.of(0), GOOD.seed());
    assertEquals(1, GOOD.temperature());
    assertEquals(0, GOOD.topK());
    assertEquals(1, GOOD.topP());
    assertEquals("", GOOD.prefix());
    assertEquals(120, GOOD.maxLength());
    assertEquals(ValidityMode.REJECT, GOOD.validity());
    assertEquals(100, GOOD.attempts());
    assertEquals(StepDetail.NONE, GOOD.detail());
  }

  @Test
  void temperatureIsZeroOrInItsRange() {
    for (double good : new double[] {0, -0.0, 0.01, 1, 1000}) {
      assertEquals(good, GOOD.withTemperature(good).temperature());
    }
    double[] bad = {
      -1, -0.01, Double.MIN_VALUE, 0.0099999, 1000.0001, Double.NaN, Double.POSITIVE_INFINITY,
    };
    for (double value : bad) {
      assertRefused("temperature", Double.toString(value), () -> GOOD.withTemperature(value));
    }
  }

  @Test
  void topKIsInItsRange() {
    assertEquals(0, GOOD.withTopK(0).topK());
    assertEquals(4096, GOOD.withTopK(4096).topK());
    for (int value : new int[] {-1, 4097, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
      assertRefused("top-k", Integer.toString(value), () -> GOOD.withTopK(value));
    }
  }

  @Test
  void topPIsInItsRange() {
    assertEquals(1, GOOD.withTopP(1).topP());
    assertEquals(Double.MIN_VALUE, GOOD.withTopP(Double.MIN_VALUE).topP());
    for (double value : new double[] {0, -0.1, 1.0000001, Double.NaN, Double.NEGATIVE_INFINITY}) {
      assertRefused("top-p", Double.toString(value), () -> GOOD.withTopP(value));
    }
  }

  @Test
  void maximumLengthIsInItsRange() {
    assertEquals(1, GOOD.withMaxLength(1).maxLength());
    assertEquals(10_000, GOOD.withMaxLength(10_000).maxLength());
    for (int value : new int[] {0, -1, 10_001}) {
      assertRefused("maximum length", Integer.toString(value), () -> GOOD.withMaxLength(value));
    }
  }

  @Test
  void nothingMayBeMissing() {
    assertRefused("seed", "missing", () -> GOOD.withSeed(null));
    assertRefused("prefix", "missing", () -> GOOD.withPrefix(null));
    assertRefused("validity", "missing", () -> GOOD.withValidity(null));
    assertRefused("detail", "missing", () -> GOOD.withDetail(null));
  }

  @Test
  void attemptsAreInTheirRange() {
    assertEquals(1, GOOD.withAttempts(1).attempts());
    assertEquals(10_000, GOOD.withAttempts(10_000).attempts());
    for (int value : new int[] {0, -1, 10_001}) {
      assertRefused("attempts", Integer.toString(value), () -> GOOD.withAttempts(value));
    }
  }

  @Test
  void validityModesAreFoundByTheirSpelling() {
    for (ValidityMode mode : ValidityMode.values()) {
      assertEquals(mode, ValidityMode.ofId(mode.id()));
    }
    assertEquals(null, ValidityMode.ofId("OFF"));
  }

  @Test
  void eachChangeTouchesOneOptionOnly() {
    SamplingOptions base = options(5, 0.5, 6, 0.7, "CC", 8, StepDetail.TOKENS);
    assertEquals(options(4, 0.5, 6, 0.7, "CC", 8, StepDetail.TOKENS), base.withSeed(Seed.of(4)));
    assertEquals(options(5, 2, 6, 0.7, "CC", 8, StepDetail.TOKENS), base.withTemperature(2));
    assertEquals(options(5, 0.5, 7, 0.7, "CC", 8, StepDetail.TOKENS), base.withTopK(7));
    assertEquals(options(5, 0.5, 6, 0.1, "CC", 8, StepDetail.TOKENS), base.withTopP(0.1));
    assertEquals(options(5, 0.5, 6, 0.7, "N", 8, StepDetail.TOKENS), base.withPrefix("N"));
    assertEquals(options(5, 0.5, 6, 0.7, "CC", 9, StepDetail.TOKENS), base.withMaxLength(9));
    assertEquals(ValidityMode.MASK, base.withValidity(ValidityMode.MASK).validity());
    assertEquals(
        base, base.withValidity(ValidityMode.MASK).withValidity(ValidityMode.OFF).withAttempts(9));
    assertEquals(3, base.withAttempts(3).attempts());
    assertEquals(
        options(5, 0.5, 6, 0.7, "CC", 8, StepDetail.NONE), base.withDetail(StepDetail.NONE));
  }

  private static SamplingOptions options(
      double seed, double t, int topK, double topP, String prefix, int length, StepDetail detail) {
    return new SamplingOptions(
        Seed.of(seed), t, topK, topP, prefix, length, ValidityMode.OFF, 9, detail);
  }

  private static void assertRefused(String option, String inSentence, Executable change) {
    String message = assertThrows(IllegalArgumentException.class, change).getMessage();
    assertTrue(message.startsWith(option), message);
    assertTrue(message.contains(inSentence), message);
  }
}
