package io.github.molweave.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.smiles.Smiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConformanceTest {

  /** Another value here is another numericVersion. */
  @ParameterizedTest
  @CsvSource({
    "exp, -1152552014",
    "log, 205294414",
    "sigmoid, -1686694639",
    "tanh, -124005772",
    "noise, -1873868234",
  })
  void theFunctionsAreFrozen(String function, int hash) {
    assertEquals(hash, Conformance.hash(function, 1_000_000));
  }

  @Test
  void argumentsCoverSmallAndLargeOfBothSigns() {
    double smallest = 1;
    double highest = 0;
    double lowest = 0;
    for (int i = 0; i < 100_000; i++) {
      double argument = Conformance.argument(i);
      smallest = Math.min(smallest, Math.abs(argument));
      highest = Math.max(highest, argument);
      lowest = Math.min(lowest, argument);
    }
    assertTrue(smallest < 1e-6, "smallest " + smallest);
    assertTrue(highest > 1000 && highest < 1024, "highest " + highest);
    assertTrue(lowest < -1000 && lowest >= -1024, "lowest " + lowest);
  }

  @Test
  void theTextsAreNeitherAllRightNorAllWrong() {
    int valid = 0;
    for (int i = 0; i < 1000; i++) {
      valid += Smiles.isValid(ConformanceTexts.text(i)) ? 1 : 0;
    }
    assertTrue(valid > 200 && valid < 800, valid + " valid");
  }

  @Test
  void anUnknownFunctionIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Conformance.hash("cosine", 1));
  }
}
