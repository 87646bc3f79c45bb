package io.github.molweave.e2e.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.openqa.selenium.remote.RemoteWebDriver;

/** Deque's axe, the judge of accessibility, run in the page that a browser shows. */
public final class Axe {
  private static final String SOURCE = source();
  private static final String RUN =
      """
      const done = arguments[arguments.length - 1];
      axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        resultTypes: ['violations'],
      }).then(({ violations }) => done(violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) =>
          `${id} at ${target.join(' ')}: ${failureSummary.split('\\n').slice(1).join(';')}`))),
        (error) => done([String(error)]));
      """;

  private Axe() {}

  /** Each breach of WCAG 2.2 AA or of good practice: the rule, the element, what is wrong. */
  @SuppressWarnings("unchecked") // the script gives a list of texts
  public static List<String> violations(RemoteWebDriver driver) {
    if (Boolean.FALSE.equals(driver.executeScript("return 'axe' in window"))) {
      driver.executeScript(SOURCE);
    }
    return (List<String>) driver.executeAsyncScript(RUN);
  }

  private static String source() {
    try (InputStream script = Axe.class.getResourceAsStream("/axe.min.js")) {
      return new String(script.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
