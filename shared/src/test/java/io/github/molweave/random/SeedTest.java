package io.github.molweave.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeedTest {
  @ParameterizedTest
  @ValueSource(doubles = {0, 1, 2147483647, 2147483648.0, 4294967295.0, 4294967296.0, Seed.MAX})
  void keepsEverySeedExactly(double value) {
    assertEquals(value, Seed.of(value).value());
  }

  @Test
  void splitsIntoTheTwoHalves() {
    assertEquals(new Seed(0x1FFFFF, -1), Seed.of(Seed.MAX));
    assertEquals(new Seed(0, 0x80000000), Seed.of(2147483648.0));
    assertEquals(new Seed(1, 0), Seed.of(4294967296.0));
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {-1, 0.5, 9007199254740992.0, Double.NaN, Double.POSITIVE_INFINITY, -1e-300})
  void refusesWhatIsNoWholeNumberInRange(double value) {
    var refusal = assertThrows(IllegalArgumentException.class, () -> Seed.of(value));
    assertTrue(refusal.getMessage().startsWith("seed must be a whole number"));
  }
}
