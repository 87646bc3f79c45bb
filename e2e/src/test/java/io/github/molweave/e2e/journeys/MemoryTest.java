package io.github.molweave.e2e.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.e2e.browsers.Browser;
import io.github.molweave.e2e.browsers.Engine;
import io.github.molweave.e2e.site.ChainModel;
import io.github.molweave.e2e.site.IsolatedSite;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** However many molecules are drawn, the page and its workers hold the memory of a few. */
class MemoryTest {
  /** As many as the system property {@code memory.molecules} says. */
  private static final int COUNT = Integer.getInteger("memory.molecules", 20_000);

  private static final int EARLY = 2_000;

  /** What a list of them takes is about 1 kB each with their tokens: far more than this. */
  private static final double MOST_GROWTH = 3e6;

  private static final String DRAW =
      """
      const [address, count, early, done] = arguments;
      const used = async () => (await performance.measureUserAgentSpecificMemory()).bytes;
      (async () => {
        const { loadModel } = await import(new URL('molweave/index.js', document.baseURI));
        const model = await loadModel(address, { workers: 2 });
        const sizes = [];
        let come = 0;
        for await (const { tokens } of model.sample({ count })) {
          if (tokens.length > 0) come++;
          if (come === early || come === count) sizes.push(await used());
        }
        model.close();
        return sizes;
      })().then(done, (error) => done([String(error)]));
      """;

  @Test
  void theHeapIsAsLargeAfterManyMoleculesAsAfterFew() {
    try (IsolatedSite site = IsolatedSite.serve(Map.of("model", ChainModel.QUICK.bytes()));
        Browser browser = Engine.CHROMIUM.open()) {
      browser.driver().manage().timeouts().scriptTimeout(Duration.ofMinutes(10));
      browser.driver().get(site.address("blank.html").toString());
      List<?> sizes = (List<?>) browser.driver().executeAsyncScript(DRAW, "model", COUNT, EARLY);
      assertEquals(2, sizes.size(), sizes.toString());
      double early = ((Number) sizes.get(0)).doubleValue();
      double late = ((Number) sizes.get(1)).doubleValue();
      assertTrue(late - early < MOST_GROWTH, early + " bytes, then " + late);
    }
  }
}
