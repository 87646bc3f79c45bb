package io.github.molweave.e2e.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.molweave.browser.Conformance;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A million values of each portable function have the same bits in each browser runtime as on the
 * JVM, and so have the verdicts on texts that may be SMILES.
 */
@ParameterizedClass(name = "{0}")
@EnumSource(BrowserRuntime.class)
class ConformanceTest {
  private static final int VALUES = 1_000_000;
  private static final int TEXTS = 100_000;

  @Parameter BrowserRuntime runtime;
  private static RuntimePage page;

  @BeforeParameterizedClassInvocation
  static void open(BrowserRuntime runtime) {
    page = RuntimePage.open(runtime, "conformance.js", ConformanceFiles.all());
  }

  @AfterParameterizedClassInvocation
  static void close() {
    if (page != null) {
      page.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"exp", "log", "sigmoid", "tanh", "noise"})
  void aMillionValuesHaveTheSameBits(String function) {
    int expected = Conformance.hash(function, VALUES);
    // The last value counts too: a hash that ignored values would agree with anything.
    assertNotEquals(expected, Conformance.hash(function, VALUES - 1));
    assertEquals(expected, hash(function, VALUES));
  }

  @Test
  void verdictsOnSmilesAreTheSame() {
    assertEquals(Conformance.hash("smiles", TEXTS), hash("smiles", TEXTS));
  }

  @Test
  void numbersAreWrittenWithTheSameDigits() {
    assertEquals(Conformance.hash("decimals", TEXTS), hash("decimals", TEXTS));
  }

  private int hash(String function, int count) {
    Object answer = page.call("conformanceHash", List.of(runtime.engine(), function, count));
    return ((Number) answer).intValue();
  }
}
