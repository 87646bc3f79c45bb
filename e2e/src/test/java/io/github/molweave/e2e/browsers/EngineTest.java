package io.github.molweave.e2e.browsers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The browsers start, and run scripts. */
class EngineTest {

  @ParameterizedTest
  @EnumSource(Engine.class)
  void opensAPageAndRunsAScript(Engine engine) {
    try (Browser browser = engine.open()) {
      browser.driver().get("about:blank");
      assertEquals(42L, browser.driver().executeScript("return 6 * 7"));
    }
  }
}
