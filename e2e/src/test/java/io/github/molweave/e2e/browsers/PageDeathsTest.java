package io.github.molweave.e2e.browsers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebDriverException;

/** A test whose page dies in WebKit runs once more. */
class PageDeathsTest {
  private static final String DIED = "session deleted because of page crash or hang.";
  private static final AtomicInteger RUNS = new AtomicInteger();

  @Test
  void aTestRunsAgainAfterItsPageWasKilled() {
    try (Browser browser = Engine.WEBKIT.open()) {
      browser.driver().get("about:blank");
      if (RUNS.incrementAndGet() == 1) {
        pages().forEach(ProcessHandle::destroyForcibly);
      }
      browser.driver().executeScript("return 1");
    }
    assertEquals(2, RUNS.get());
  }

  /** This test alone has browsers open, as all tests run one after the other. */
  private static List<ProcessHandle> pages() {
    List<ProcessHandle> pages =
        ProcessHandle.current()
            .descendants()
            .filter(one -> one.info().command().orElse("").contains("WebKitWebProcess"))
            .toList();
    assertFalse(pages.isEmpty(), "no process of WebKit's pages");
    return pages;
  }

  @Test
  void anotherFailureIsNoDeath() {
    assertFalse(PageDeaths.tells(new WebDriverException("session deleted because of page crash")));
    assertFalse(PageDeaths.tells(new WebDriverException((String) null)));
    assertFalse(PageDeaths.tells(new WebDriverException("")));
    assertTrue(PageDeaths.tells(new WebDriverException(DIED)));
  }
}
