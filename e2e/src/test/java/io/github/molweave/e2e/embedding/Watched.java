package io.github.molweave.e2e.embedding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.molweave.e2e.browsers.Browser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.support.ui.WebDriverWait;

/** What the script {@code watch.js} of a page has heard of its elements. */
final class Watched {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final String CALL =
      """
      const [name, given, done] = arguments;
      // WebKit's driver does not wait for the scripts of a page.
      const call = () => globalThis[name] === undefined ? setTimeout(call, 10) : globalThis[name](...given)
        .then((answer) => done({ answer }), (error) => done({ error: `${error} ${error.stack}` }));
      call();
      """;

  private final Browser browser;

  Watched(Browser browser) {
    this.browser = browser;
  }

  /** The script, to be served with the page. */
  static String script() {
    return resource("watch.js");
  }

  static String resource(String name) {
    try (InputStream file = Watched.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was told by events of one type, in order; waits for {@code least} of them. */
  List<?> await(String type, int least) {
    String asked = "return globalThis.heard?.filter(({ type }) => type === arguments[0])";
    return new WebDriverWait(browser.driver(), PATIENCE)
        .until(
            driver -> {
              List<?> events = (List<?>) browser.driver().executeScript(asked, type);
              return events != null && events.size() >= least ? events : null;
            });
  }

  /** Calls an asynchronous function of the page's script. */
  Object call(String name, Object... given) {
    browser.driver().manage().timeouts().scriptTimeout(PATIENCE);
    Map<?, ?> told = (Map<?, ?>) browser.driver().executeAsyncScript(CALL, name, List.of(given));
    assertNull(told.get("error"), name);
    return told.get("answer");
  }
}
