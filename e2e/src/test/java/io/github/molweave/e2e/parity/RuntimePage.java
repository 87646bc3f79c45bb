package io.github.molweave.e2e.parity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.molweave.e2e.browsers.Browser;
import io.github.molweave.e2e.browsers.Engine;
import io.github.molweave.e2e.browsers.PageDeaths;
import io.github.molweave.e2e.site.ServedSite;
import io.github.molweave.web.server.Policy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.WebDriverException;

/**
 * An empty page beside the built site with one script of this package, in the browser of one
 * runtime, under the strict policy unless told otherwise. Tests call the script's functions.
 */
final class RuntimePage implements AutoCloseable {
  private static final String CALL =
      """
      const [name, given, done] = arguments;
      // WebKit's driver does not wait for the modules of a page.
      const call = () => globalThis[name] === undefined ? setTimeout(call, 10) : globalThis[name](...given)
        .then((answer) => done({ answer }), (error) => done({ error: String(error) }));
      call();
      """;

  private final Engine engine;
  private final ServedSite site;
  private Browser browser;

  private RuntimePage(Engine engine, ServedSite site) {
    this.engine = engine;
    this.site = site;
    this.browser = visit();
  }

  /**
   * Opens it.
   *
   * @param script the resource that the page runs
   * @param files what is served beside it, by address
   */
  static RuntimePage open(BrowserRuntime runtime, String script, Map<String, byte[]> files) {
    return open(runtime, script, files, Policy.STRICT);
  }

  /** Opens it under another policy. */
  static RuntimePage open(
      BrowserRuntime runtime, String script, Map<String, byte[]> files, Policy policy) {
    ServedSite site =
        ServedSite.copy()
            .with(script, resource(script))
            .with(
                "runtime.html",
                "<script type=module src=%s></script>".formatted(script).getBytes(UTF_8));
    files.forEach(site::with);
    site.serve(policy);
    return new RuntimePage(runtime.browser(), site);
  }

  private Browser visit() {
    Browser fresh = engine.open();
    fresh.driver().manage().timeouts().scriptTimeout(Duration.ofMinutes(10));
    fresh.driver().get(site.address("runtime.html").toString());
    return fresh;
  }

  /**
   * Calls an asynchronous function of the script and waits for what it resolves to.
   *
   * <p>When WebKit's page dies, it is opened anew and asked once more, as {@link PageDeaths} has it
   * for whole tests: the page may have been opened for many of them.
   */
  Object call(String function, List<?> arguments) {
    try {
      return call(browser, function, arguments);
    } catch (WebDriverException failure) {
      if (!PageDeaths.tells(failure)) {
        throw failure;
      }
      System.err.println("WebKit's page died in " + function + "; asked again in a new one");
      browser.close();
      browser = visit();
      return call(browser, function, arguments);
    }
  }

  /** The same of any page that runs the script. */
  static Object call(Browser browser, String function, List<?> arguments) {
    Map<?, ?> answer = (Map<?, ?>) browser.driver().executeAsyncScript(CALL, function, arguments);
    assertNull(answer.get("error"), function);
    return answer.get("answer");
  }

  /** A resource of this package. */
  static byte[] resource(String name) {
    try (InputStream in = RuntimePage.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    browser.close();
    site.close();
  }
}
