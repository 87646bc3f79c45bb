package io.github.molweave.e2e.pages;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.remote.RemoteWebDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Waits for what a page is about to do, on a slow machine too. */
final class Patience {
  private static final Duration LONGEST = Duration.ofMinutes(3);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private static final String STATE =
      "return [...document.querySelectorAll('#state, #problem:not([hidden]) p')]"
          + ".map((e) => e.textContent).join(' ')";

  private Patience() {}

  /**
   * Waits until {@code condition} is true. That what it looks at is not there yet, or was replaced
   * while it looked, is no more than not yet: a page that redraws a list does both.
   *
   * @param what was waited for, said with the state of the page when it never came
   */
  static void await(RemoteWebDriver driver, Supplier<String> what, BooleanSupplier condition) {
    new WebDriverWait(driver, LONGEST, PAUSE)
        .ignoring(NoSuchElementException.class, StaleElementReferenceException.class)
        .withMessage(() -> what.get() + "; the page says: " + driver.executeScript(STATE))
        .until(any -> condition.getAsBoolean());
  }
}
