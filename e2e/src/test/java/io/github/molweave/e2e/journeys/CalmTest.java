package io.github.molweave.e2e.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.e2e.browsers.ChromiumBrowser;
import io.github.molweave.e2e.browsers.Engine;
import io.github.molweave.e2e.pages.DreamPage;
import io.github.molweave.e2e.site.ChainModel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the system asks for less motion, a molecule appears whole. */
class CalmTest {
  /** Notes each length that the tape has while the page opens. */
  private static final String WATCH =
      """
      window.lengths = new Set();
      new MutationObserver(() => {
        const length = document.querySelectorAll('#tape > li').length;
        if (length > 0) window.lengths.add(length);
      }).observe(document, { childList: true, subtree: true });
      """;

  @ParameterizedTest
  @ValueSource(strings = {"reduce", "no-preference"})
  void theFirstMoleculeGrowsOnlyWhereMotionIsWelcome(String wish) {
    try (Visit visit = Visit.to(ChainModel.QUICK.site(), Engine.CHROMIUM)) {
      ChromiumBrowser browser = (ChromiumBrowser) visit.browser();
      Map<String, String> motion = Map.of("name", "prefers-reduced-motion", "value", wish);
      browser
          .driver()
          .executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(motion)));
      browser
          .driver()
          .executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", WATCH));
      DreamPage page = visit.open().awaitReady();
      long lengths = (Long) browser.driver().executeScript("return window.lengths.size");
      assertTrue(page.tape().size() > 1, page.tape().toString());
      if (wish.equals("reduce")) {
        assertEquals(1, lengths);
      } else {
        assertTrue(lengths > 1, "it has not grown");
      }
    }
  }
}
