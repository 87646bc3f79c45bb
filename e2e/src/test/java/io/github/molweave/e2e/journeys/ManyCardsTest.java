package io.github.molweave.e2e.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.e2e.browsers.ChromiumBrowser;
import io.github.molweave.e2e.browsers.Engine;
import io.github.molweave.e2e.pages.CollectionPage;
import io.github.molweave.e2e.pages.DreamPage;
import io.github.molweave.e2e.site.ChainModel;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.openqa.selenium.chrome.ChromeDriver;

/** Ten thousand molecules are as easy to live with as a thousand. */
class ManyCardsTest {
  /** As many as the system property {@code collection.thousands} says; 10 for the whole promise. */
  private static final int THOUSANDS = Integer.getInteger("collection.thousands", 3);

  /** What a card may take in the page's heap: some 500 bytes were found for these short chains. */
  private static final double MOST_BYTES_A_CARD = 2000;

  /**
   * Milliseconds, medians: of a change of the filter and of its layout, and of a leap by scrolling.
   */
  private static final String WATCH =
      """
      const done = arguments[0];
      const median = (all) => all.sort((a, b) => a - b)[all.length >> 1];
      const drawn = () => new Promise((go) => requestAnimationFrame(() => setTimeout(go)));
      const root = document.documentElement;
      (async () => {
        const filter = [];
        for (let i = 0; i < 8; i++) {
          const from = performance.now();
          document.querySelector('[data-do=valid]').click();
          root.offsetHeight;
          filter.push(performance.now() - from);
          await drawn();
        }
        const scroll = [];
        let most = 0;
        for (let i = 0; i < 24; i++) {
          const from = performance.now();
          scrollTo(0, root.scrollHeight * ((i * 7) % 24) / 24);
          await drawn();
          await drawn();
          scroll.push(performance.now() - from);
          most = Math.max(most, document.querySelectorAll('#groups .card').length);
        }
        scrollTo(0, 0);
        await drawn();
        return {filter: median(filter), scroll: median(scroll), most};
      })().then(done, (error) => done(String(error)));
      """;

  /** What was found of a collection of some size. */
  private record Found(
      int cards, int elements, double heap, double filter, double scroll, int most, double back) {}

  @Test
  void theCollectionGrowsAndThePageDoesNot(TestReporter reporter) {
    try (Visit visit = Visit.to(new ChainModel(4, -54, -1000).site(), Engine.CHROMIUM)) {
      ChromeDriver driver = ((ChromiumBrowser) visit.browser()).driver();
      driver.manage().timeouts().scriptTimeout(Duration.ofMinutes(2));
      CollectionPage collection = CollectionPage.of(driver);
      DreamPage page = visit.open().awaitReady();
      dream(page, 1);
      Found few = find(visit, collection);
      dream(page, THOUSANDS - 1);
      Found many = find(visit, collection);
      reporter.publishEntry(Map.of("few", few.toString(), "many", many.toString()));
      assertEquals(1000 * THOUSANDS, page.dreamed());
      assertTrue(many.cards() > 0.95 * 1000 * THOUSANDS, many.toString());
      assertTrue(many.elements() <= few.elements() + 12, few + ", " + many);
      assertTrue(few.most() < 100 && many.most() < 100, few + ", " + many);
      double perCard = (many.heap() - few.heap()) / (many.cards() - few.cards());
      assertTrue(perCard < MOST_BYTES_A_CARD, () -> perCard + " bytes a card");
      double size = (double) many.cards() / few.cards();
      assertTrue(many.filter() < 2 * size * few.filter() + 50, few + ", " + many);
      assertTrue(many.scroll() < 3 * few.scroll() + 50, few + ", " + many);
    }
  }

  private static void dream(DreamPage page, int thousands) {
    page.setCount(1000);
    for (int i = 0; i < thousands; i++) {
      page.dream();
      page.awaitReady();
    }
  }

  private static Found find(Visit visit, CollectionPage collection) {
    ChromeDriver driver = ((ChromiumBrowser) visit.browser()).driver();
    int cards = collection.cards();
    int elements = collection.elements();
    collection.awaitKept(cards);
    visit.openAgain().awaitReady();
    double ready = now(driver);
    collection.awaitCards(cards);
    double back = now(driver) - ready;
    Map<?, ?> watched = (Map<?, ?>) driver.executeAsyncScript(WATCH);
    driver.executeCdpCommand("HeapProfiler.collectGarbage", Map.of());
    Map<String, Object> heap = driver.executeCdpCommand("Runtime.getHeapUsage", Map.of());
    return new Found(
        cards,
        elements,
        number(heap.get("usedSize")),
        number(watched.get("filter")),
        number(watched.get("scroll")),
        (int) number(watched.get("most")),
        back);
  }

  private static double now(ChromeDriver driver) {
    return number(driver.executeScript("return performance.now()"));
  }

  private static double number(Object given) {
    return ((Number) given).doubleValue();
  }
}
