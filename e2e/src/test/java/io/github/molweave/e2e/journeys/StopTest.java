package io.github.molweave.e2e.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.e2e.browsers.Engine;
import io.github.molweave.e2e.pages.DreamPage;
import io.github.molweave.e2e.site.ChainModel;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Stop means now, in the middle of a molecule. */
class StopTest {
  /**
   * Aborts in the middle of a molecule of 10,000 tokens. Answers how the drawing ended, how long
   * the rest of the molecule would have taken, and how long it took until the engine was free.
   */
  private static final String ABORT_A_LONG_MOLECULE =
      """
      const done = arguments[arguments.length - 1];
      (async () => {
        const { loadModel } = await import(new URL('molweave/index.js', document.baseURI));
        const model = await loadModel('models/chains.safetensors');
        const controller = new AbortController();
        const options = { count: 1, maxLength: 10000, signal: controller.signal };
        let begin, drawn = 0, rest = 0, aborted = 0;
        options.onToken = () => {
          begin ??= performance.now();
          drawn++;
          if (drawn === 200) {
            rest = (performance.now() - begin) / 200 * (10000 - 200);
            aborted = performance.now();
            controller.abort();
          }
        };
        let how = 'nothing';
        try {
          for await (const molecule of model.sample(options)) how = 'a whole molecule';
        } catch (error) {
          how = error.name;
        }
        await model.next('C');
        model.close();
        return [how, rest, performance.now() - aborted];
      })().then(done, (error) => done([String(error), 0, 0]));
      """;

  @ParameterizedTest
  @EnumSource(Engine.class)
  void stopEndsADreamAndKeepsWhatIsDone(Engine engine) {
    try (Visit visit = Visit.to(ChainModel.SLOW_AND_ENDLESS.site(), engine)) {
      DreamPage page = visit.open().awaitEngine();
      page.setCount(100);
      page.dream();
      page.awaitCards(1);
      page.stop();
      page.awaitActivity("stopped");
      int done = page.cards().size();
      assertTrue(done < 100, () -> done + " cards");
      page.setCount(1);
      page.dream();
      page.awaitCards(done + 1);
      page.awaitReady();
      assertEquals(done + 1, page.cards().size());
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void anAbortEndsTheMoleculeThatIsBeingDrawn(Engine engine) {
    try (Visit visit = Visit.to(ChainModel.SLOW_AND_ENDLESS.site(), engine)) {
      visit.open().awaitEngine();
      visit.browser().driver().manage().timeouts().scriptTimeout(Duration.ofMinutes(5));
      List<?> answer = (List<?>) visit.browser().driver().executeAsyncScript(ABORT_A_LONG_MOLECULE);
      assertEquals("AbortError", answer.get(0));
      double rest = ((Number) answer.get(1)).doubleValue();
      double taken = ((Number) answer.get(2)).doubleValue();
      assertTrue(taken < rest / 4, () -> taken + " ms where the rest takes " + rest + " ms");
    }
  }
}
