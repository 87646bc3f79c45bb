package io.github.molweave.e2e.embedding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.e2e.browsers.Browser;
import io.github.molweave.e2e.browsers.Engine;
import io.github.molweave.e2e.site.ChainModel;
import io.github.molweave.e2e.site.ServedSite;
import io.github.molweave.web.server.Policy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** {@code <mol-weave>}: on its own origin under the strict policy, on another one, in a sandbox. */
class ElementTest {
  private static final String PAGE =
      """
      <!doctype html><html lang="en"><meta charset="utf-8"><title>course</title>
      <script src="watch.js"></script>
      <script type="module" src="%1$smolweave/element.js"></script>
      <body>%2$s</body></html>
      """;

  private static final String TAGS =
      """
      <mol-weave id="one" model="%1$s" seed="7" temperature="0.9" count="3">Needs <b>JavaScript</b></mol-weave>
      <mol-weave id="two" model="%1$s" seed="8" temperature="0.9" count="3" controls="none"></mol-weave>
      """;

  private static final String OPEN =
      "default-src 'self'; script-src 'self' %1$s 'wasm-unsafe-eval'; connect-src %1$s";

  @ParameterizedTest
  @EnumSource(Engine.class)
  void aPageOfAnotherOriginShowsTheMoleculesOfTheJvmFromOneDownload(Engine engine) {
    String other = "<mol-weave id=three model=\"%s\" seed=7 temperature=0.9 count=3></mol-weave>";
    try (ServedSite site =
            ChainModel.QUICK
                .site()
                .with("models/others.safetensors", ChainModel.SHORT.bytes())
                .serve(Policy.STRICT);
        CourseSite course = new CourseSite();
        Browser browser = engine.open()) {
      String molweave = site.address("").toString();
      String model = molweave + "models/chains.safetensors";
      String third = other.formatted(molweave + "models/others.safetensors");
      String page = PAGE.formatted(molweave, TAGS.formatted(model) + third);
      String policy = OPEN.formatted(molweave);
      course
          .with("watch.js", Watched.script())
          .with("lesson.html", page, policy + "; worker-src blob:")
          .with("closed.html", page, policy);
      browser.driver().get(course.address("lesson.html").toString());
      Watched watched = new Watched(browser);

      assertEquals(ChainModel.QUICK.onTheJvm(7, 0.9, 3), watched.call("molecules", "one", 3));
      assertEquals(ChainModel.QUICK.onTheJvm(8, 0.9, 3), watched.call("molecules", "two", 3));
      assertEquals(ChainModel.SHORT.onTheJvm(7, 0.9, 3), watched.call("molecules", "three", 3));
      assertEquals(3, watched.await("ready", 3).size());
      assertEquals(List.of(), watched.await("violation", 0));
      assertEquals(List.of(), watched.await("problem", 0));
      Object downloads =
          browser
              .driver()
              .executeScript(
                  "return performance.getEntriesByName(arguments[0], 'resource').length", model);
      assertEquals(1L, downloads);
      assertFalse(inside(browser, "one", "slot").isDisplayed());
      assertFalse(inside(browser, "two", ".controls").isDisplayed());

      browser.driver().get(course.address("closed.html").toString());
      Map<?, ?> problem = (Map<?, ?>) watched.await("problem", 1).get(0);
      assertEquals("worker-refused", problem.get("id"));
      String words = inside(browser, "one", ".problem").getText();
      assertTrue(words.contains("worker-src blob:"), words);
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void livesInASandboxWithoutAnOrigin(Engine engine) {
    try (ServedSite site = ChainModel.QUICK.site().serve(Policy.STRICT);
        CourseSite course = new CourseSite();
        Browser browser = engine.open()) {
      String molweave = site.address("").toString();
      String tag = TAGS.formatted(molweave + "models/chains.safetensors");
      course
          .with("watch.js", Watched.script())
          .with("lesson.html", PAGE.formatted(molweave, tag))
          .with(
              "index.html",
              "<!doctype html><title>c</title><script src=watch.js></script>"
                  + "<iframe sandbox=allow-scripts src=lesson.html width=500 height=900></iframe>");
      browser.driver().get(course.address("index.html").toString());
      List<?> framed = new Watched(browser).await("framed-molecule", 6);
      List<?> smiles = framed.stream().map(each -> ((Map<?, ?>) each).get("smiles")).toList();
      assertTrue(smiles.containsAll(ChainModel.QUICK.onTheJvm(7, 0.9, 3)), smiles.toString());
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void attributesMayChangeAndTheElementMayLeaveAtAnyTime(Engine engine) {
    String tag =
        """
        <div><mol-weave id="one" model="models/chains.safetensors" temperature="hot" controls="temperature seed">
        </mol-weave></div>
        """;
    try (ServedSite site =
            ChainModel.QUICK
                .site()
                .with("watch.js", Watched.script().getBytes(UTF_8))
                .with("lesson.html", PAGE.formatted("", tag).getBytes(UTF_8))
                .serve(Policy.STRICT);
        Browser browser = engine.open()) {
      browser.driver().get(site.address("lesson.html").toString());
      Watched watched = new Watched(browser);

      Map<?, ?> problem = (Map<?, ?>) watched.await("problem", 1).get(0);
      assertEquals("element-attribute", problem.get("id"));
      assertEquals("temperature", problem.get("attribute"));
      assertEquals(ChainModel.QUICK.onTheJvm(0, 1, 1), watched.call("molecules", "one", 1));
      assertEquals(
          List.of("0", "1", "1", "reject", "1", "auto", "0.5", "9", "0.7", "1", "false"),
          watched.call("mirrors"));

      WebElement temperature = inside(browser, "one", "#temperature");
      temperature.sendKeys(Keys.ARROW_RIGHT);
      Map<?, ?> change = (Map<?, ?>) watched.await("settingschange", 1).get(0);
      assertEquals("temperature", change.get("name"));
      assertEquals("1.05", change.get("value").toString());
      WebElement seed = inside(browser, "one", "#seed");
      seed.clear();
      seed.sendKeys("minus one", Keys.TAB);
      assertEquals("true", seed.getDomAttribute("aria-invalid"));
      assertEquals(
          List.of(), browser.driver().executeScript("return keys.filter((key) => key !== 'Tab')"));

      List<String> expected = ChainModel.QUICK.onTheJvm(9, 1.05, 6);
      assertEquals(expected, watched.call("changes", "one", 9));
      assertEquals(List.of("true", "0", "1", "0"), watched.call("leaves", "one"));
    }
  }

  static WebElement inside(Browser browser, String id, String selector) {
    Object found =
        ((JavascriptExecutor) browser.driver())
            .executeScript(
                "return document.getElementById(arguments[0]).shadowRoot.querySelector(arguments[1])",
                id,
                selector);
    assertTrue(found instanceof WebElement, selector + " of " + id);
    return (WebElement) found;
  }
}
