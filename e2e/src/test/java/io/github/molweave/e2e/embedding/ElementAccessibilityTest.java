package io.github.molweave.e2e.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.molweave.e2e.browsers.ChromiumBrowser;
import io.github.molweave.e2e.browsers.Engine;
import io.github.molweave.e2e.pages.Axe;
import io.github.molweave.e2e.site.ChainModel;
import io.github.molweave.e2e.site.ServedSite;
import io.github.molweave.web.server.Policy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * {@code <mol-weave>} with everything it can show, in pages of others, keeps WCAG 2.2 AA as far as
 * a program can tell.
 */
class ElementAccessibilityTest {
  private static final String PAGE =
      """
      <!doctype html><html lang="%1$s" dir="%2$s"><meta charset="utf-8"><title>course</title>
      <meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
      <script src="watch.js"></script>
      <script type="module" src="%3$smolweave/element.js"></script>
      <body><main><h1>Course</h1>
      <mol-weave id="one" model="%4$s" seed="7" count="3" temperature="0.9" controls="all">none</mol-weave>
      <mol-weave id="two" model="%4$s" seed="8" theme="dark" controls="dream">none</mol-weave>
      <mol-weave id="three" model="%3$smodels/gone.safetensors">none</mol-weave>
      </main></body></html>
      """;

  /**
   * Whether buttons follow each other to the right, and tokens; by how much the page is too wide.
   */
  private static final String LAYOUT =
      """
      const root = document.getElementById('one').shadowRoot;
      const rightwards = (parts) => {
        const [one, other] = [...root.querySelectorAll(parts)].map((each) => each.getBoundingClientRect().left);
        return one < other;
      };
      const { scrollWidth, clientWidth } = document.documentElement;
      return [rightwards('.row [part~=button]'), rightwards('[part~=token]'), scrollWidth - clientWidth];
      """;

  /** How a page of others may look; the pairs are spread. */
  private enum Appearance {
    RIGHT_TO_LEFT("de", "rtl", 1280, "light", "none"),
    DARK_PHONE("en", "ltr", 320, "dark", "none"),
    FORCED_COLOURS_RIGHT_TO_LEFT("en", "rtl", 390, "dark", "active");

    private final String language;
    private final String direction;
    private final int width;
    private final String scheme;
    private final String forced;

    Appearance(String language, String direction, int width, String scheme, String forced) {
      this.language = language;
      this.direction = direction;
      this.width = width;
      this.scheme = scheme;
      this.forced = forced;
    }

    private void in(ChromiumBrowser browser) {
      browser.useScreen(width, 900);
      List<Map<String, String>> features =
          List.of(
              Map.of("name", "prefers-color-scheme", "value", scheme),
              Map.of("name", "forced-colors", "value", forced));
      browser
          .driver()
          .executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", features));
    }
  }

  @ParameterizedTest
  @EnumSource(Appearance.class)
  void theElementKeepsTheRulesWhateverThePageLooksLike(Appearance appearance) {
    try (ServedSite site = ChainModel.QUICK.site().serve(Policy.STRICT);
        CourseSite course = new CourseSite();
        ChromiumBrowser browser = (ChromiumBrowser) Engine.CHROMIUM.open()) {
      appearance.in(browser);
      String molweave = site.address("").toString();
      String model = molweave + "models/chains.safetensors";
      String page = PAGE.formatted(appearance.language, appearance.direction, molweave, model);
      course.with("watch.js", Watched.script()).with("lesson.html", page);
      browser.driver().get(course.address("lesson.html").toString());
      Watched watched = new Watched(browser);
      watched.call("molecules", "one", 3);
      watched.call("molecules", "two", 1);
      watched.await("problem", 1);
      // Where the system forces its colours, axe would judge those of the page, which nobody sees.
      List<String> breaches =
          Axe.violations(browser.driver()).stream()
              .filter(
                  each -> appearance.forced.equals("none") || !each.startsWith("color-contrast"))
              .toList();
      assertEquals(List.of(), breaches);
      boolean leftToRight = appearance.direction.equals("ltr");
      List<?> layout = (List<?>) browser.driver().executeScript(LAYOUT);
      assertEquals(List.of(leftToRight, true, 0L), layout);
    }
  }
}
