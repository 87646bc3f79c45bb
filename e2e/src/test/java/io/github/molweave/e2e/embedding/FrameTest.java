package io.github.molweave.e2e.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.e2e.browsers.Browser;
import io.github.molweave.e2e.browsers.Engine;
import io.github.molweave.e2e.browsers.FirefoxBrowser;
import io.github.molweave.e2e.site.ServedSite;
import io.github.molweave.web.server.Policy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** {@code frame.html} in a page of another origin, which may be hostile. */
class FrameTest {
  private static final int LOW = 120;

  private static final String LISTEN =
      """
      globalThis.faults = [];
      addEventListener('error', ({ message }) => faults.push(message));
      addEventListener('unhandledrejection', ({ reason }) => faults.push(String(reason)));
      """;

  @ParameterizedTest
  @EnumSource(Engine.class)
  void theFrameIsAsTallAsItsContentWhereverItIsPasted(Engine engine) {
    try (ServedSite site = ServedSite.copy().serve(Policy.STRICT);
        CourseSite course = new CourseSite();
        Browser browser = engine.open()) {
      EmbedKit kit = EmbedKit.open(browser, site.address("embed.html"));
      String sandboxed =
          low(kit.snippetFor("iframe")).replace("<iframe", "<iframe sandbox=allow-scripts");
      course
          .with("around.js", Watched.resource("around.js"))
          .with("iframe.html", page(low(kit.snippetFor("iframe"))))
          .with("sandbox.html", page(sandboxed))
          .with("canvas.html", page(low(kit.snippetFor("canvas"))))
          .with("h5p.html", page(low(kit.snippetFor("h5p"))));
      Watched watched = new Watched(browser);
      for (String page : List.of("iframe", "sandbox")) {
        browser.driver().get(course.address(page + ".html").toString());
        List<?> heights = (List<?>) watched.call("grown", 300);
        assertEquals(heights.get(1), heights.get(0), page);
      }
      for (String page : List.of("canvas", "h5p")) {
        browser.driver().get(course.address(page + ".html").toString());
        assertEquals(true, watched.call(page, 300), page);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void hostileMessagesAndAddressesDoNothing(Engine engine) {
    String wild = "#v1&seed=-1&T=hot&model=//evil.example/x&prefix=%3Cimg%20onerror%3E&zzz=1&n=1";
    try (ServedSite site = ServedSite.copy().serve(Policy.STRICT);
        CourseSite course = new CourseSite();
        Browser browser = engine.open()) {
      String frame = "<iframe width=500 height=%d src=\"%s\"></iframe>";
      course
          .with("around.js", Watched.resource("around.js"))
          .with("index.html", page(frame.formatted(LOW, site.address("frame.html" + wild))));
      browser.driver().get(course.address("index.html").toString());
      Watched watched = new Watched(browser);
      for (int seed : new int[] {1, 2}) {
        browser.driver().navigate().refresh();
        browser.driver().switchTo().frame(0);
        browser.driver().executeScript(LISTEN);
        browser.driver().switchTo().defaultContent();
        assertEquals(List.of("0", "true"), watched.call("fuzz", seed, 500));
      }
      browser.driver().switchTo().frame(0);
      assertEquals(List.of(), browser.driver().executeScript("return faults"));
      WebDriverWait wait = new WebDriverWait(browser.driver(), Duration.ofMinutes(1));
      wait.until(ExpectedConditions.visibilityOfElementLocated(By.id("note")));
      String note = browser.driver().findElement(By.id("note")).getText();
      for (String part : List.of("seed=-1", "T=hot", "zzz=1")) {
        assertTrue(note.contains(part), note);
      }
      Object injected =
          browser.driver().executeScript("return document.querySelectorAll('img').length");
      assertEquals(0L, injected);
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void framesOfOthersReachNothingInThePageAround(Engine engine) {
    try (ServedSite site = ServedSite.copy().serve(Policy.STRICT);
        CourseSite course = new CourseSite();
        Browser browser = engine.open()) {
      String frame = "<iframe width=500 height=77 src=\"%s\"></iframe>";
      String parent = "<script type=module src=\"%smolweave/embed-parent.js\"></script>";
      String hostile = "<!doctype html><title>h</title><script src=hostile.js></script>";
      course
          .with("around.js", Watched.resource("around.js"))
          .with("hostile.js", Watched.resource("hostile.js"))
          .with("other.html", hostile)
          .with("frame.html", hostile)
          .with(
              "index.html",
              page(
                  parent.formatted(site.address(""))
                      + frame.formatted(site.address("frame.html#v1&seed=7"))
                      + frame.formatted("other.html")
                      + frame.formatted("frame.html")));
      browser.driver().get(course.address("index.html").toString());
      assertEquals(List.of("true", "77", "0", "true", "0"), new Watched(browser).call("strangers"));
    }
  }

  /** Firefox, as wide as a phone. */
  @Test
  void aPhoneShowsTheWholeFrame() {
    try (ServedSite site = ServedSite.copy().serve(Policy.STRICT);
        CourseSite course = new CourseSite();
        FirefoxBrowser browser = FirefoxBrowser.open()) {
      String tag =
          "<iframe width=360 height=%d src=\"%s\"></iframe><script type=module src=\"%s\"></script>";
      String frame = site.address("frame.html#v1&seed=7&n=2").toString();
      String parent = site.address("molweave/embed-parent.js").toString();
      course
          .with("around.js", Watched.resource("around.js"))
          .with("index.html", page(tag.formatted(LOW, frame, parent)));
      browser.get(course.address("index.html"));
      List<?> heights = (List<?>) browser.call("grown", List.of(300));
      assertEquals(heights.get(1).toString(), heights.get(0).toString());
    }
  }

  private static String page(String content) {
    return "<!doctype html><meta charset=utf-8><title>c</title><script src=around.js></script>"
        + content;
  }

  private static String low(String snippet) {
    assertTrue(snippet.startsWith("<iframe "), snippet);
    return snippet.replaceFirst("height=\"\\d+\"", "height=\"" + LOW + "\"");
  }
}
