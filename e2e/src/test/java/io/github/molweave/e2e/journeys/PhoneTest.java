package io.github.molweave.e2e.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.molweave.e2e.browsers.ChromiumBrowser;
import io.github.molweave.e2e.browsers.Engine;
import io.github.molweave.e2e.pages.DreamPage;
import io.github.molweave.e2e.site.ChainModel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On a phone nothing has to be scrolled sideways. */
class PhoneTest {

  @ParameterizedTest
  @ValueSource(ints = {320, 360, 412, 768})
  void thePageFitsTheWidthOfTheScreen(int width) {
    try (Visit visit = Visit.to(ChainModel.QUICK.site(), Engine.CHROMIUM)) {
      ((ChromiumBrowser) visit.browser()).useScreen(width, 740);
      DreamPage page = visit.open().awaitReady();
      assertEquals(0, page.overflow(), "with one molecule");
      page.type("CCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCC");
      page.setCount(5);
      page.dream();
      page.awaitReady();
      assertEquals(5, page.dreamed());
      assertEquals(0, page.overflow(), "with long molecules on cards");
      page.readCard();
      assertEquals(0, page.overflow(), "with the model card open");
    }
  }
}
