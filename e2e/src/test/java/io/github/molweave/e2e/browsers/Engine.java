package io.github.molweave.e2e.browsers;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The browser engines that the tests drive. */
public enum Engine {
  /** Chromium through chromedriver. */
  CHROMIUM,
  /** WebKitGTK's MiniBrowser through WebKitWebDriver, on a display of its own. */
  WEBKIT;

  /** Engines that must not be skipped, by name: set by {@code ./molweave test}. */
  private static final String REQUIRED = "MOLWEAVE_REQUIRE_BROWSERS";

  /** What was not found once is not looked for again: Selenium Manager takes its time to fail. */
  private static final Map<Engine, BrowserMissingException> MISSING = new ConcurrentHashMap<>();

  /**
   * Starts a browser.
   *
   * <p>Where the engine is not installed the calling test is skipped, with what to install; it
   * fails instead when the environment variable {@value #REQUIRED} names the engine.
   */
  public Browser open() {
    BrowserMissingException missing = MISSING.get(this);
    if (missing == null) {
      try {
        return this == CHROMIUM ? ChromiumBrowser.start() : WebKitBrowser.start();
      } catch (BrowserMissingException e) {
        MISSING.put(this, e);
        missing = e;
      }
    }
    throw missing(name().toLowerCase(Locale.ROOT), missing);
  }

  /** Skips or fails the calling test, as the environment has it for {@code engine}. */
  static AssertionError missing(String engine, BrowserMissingException why) {
    String required = System.getenv().getOrDefault(REQUIRED, "");
    return List.of(required.split(" ")).contains(engine)
        ? fail(why.getMessage(), why)
        : abort(why.getMessage());
  }
}
