package io.github.molweave.e2e.bench;

import io.github.molweave.e2e.bench.BenchException.Problem;
import io.github.molweave.e2e.browsers.BrowserMissingException;
import io.github.molweave.e2e.browsers.ChromiumBrowser;
import java.time.Duration;
import java.util.Map;
import org.openqa.selenium.WebDriverException;

/** The bench's page in a headless Chromium. */
final class BenchPage implements AutoCloseable {
  private static final String CALL =
      """
      const [question, id, argument, done] = arguments;
      const call = () => globalThis.bench === undefined ? setTimeout(call, 10) : bench[question](id, argument)
        .then((answer) => done({ answer }), (error) => done({ error: String(error?.message ?? error) }));
      call();
      """;

  private final ChromiumBrowser browser;

  private BenchPage(ChromiumBrowser browser) {
    this.browser = browser;
  }

  /** Starts the browser and opens the page at {@code address}. */
  static BenchPage open(String address) throws BenchException {
    ChromiumBrowser browser;
    try {
      browser = ChromiumBrowser.start();
    } catch (BrowserMissingException | WebDriverException e) {
      throw new BenchException(Problem.NO_BROWSER, "Chromium does not start: " + firstLine(e), e);
    }
    BenchPage page = new BenchPage(browser);
    try {
      browser.driver().manage().timeouts().scriptTimeout(Duration.ofMinutes(2));
      browser.driver().get(address);
      Map<?, ?> about = (Map<?, ?>) page.call("about", "page", null);
      if (!Boolean.TRUE.equals(about.get("isolated"))) {
        throw new BenchException(
            Problem.PAGE, "This Chromium does not isolate the page, so there are no threads.");
      }
      return page;
    } catch (BenchException | RuntimeException e) {
      page.close();
      throw e;
    }
  }

  /** The name and version of the browser. */
  String browserName() {
    return browser.driver().getCapabilities().getBrowserName()
        + " "
        + browser.driver().getCapabilities().getBrowserVersion();
  }

  /** Calls a function of {@code bench} in {@code page.js} and waits for what it resolves to. */
  Object call(String question, String id, Object argument) throws BenchException {
    Map<?, ?> answer;
    try {
      answer = (Map<?, ?>) browser.driver().executeAsyncScript(CALL, question, id, argument);
    } catch (WebDriverException e) {
      throw new BenchException(
          Problem.PAGE,
          "The page does not answer to " + question + " " + id + ": " + firstLine(e),
          e);
    }
    if (answer.get("error") != null) {
      throw new BenchException(
          Problem.PAGE, id + " failed at " + question + ": " + answer.get("error"));
    }
    return answer.get("answer");
  }

  private static String firstLine(Exception e) {
    return e.getMessage().lines().findFirst().orElse(e.toString());
  }

  @Override
  public void close() {
    browser.close();
  }
}
