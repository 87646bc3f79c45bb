package io.github.molweave.e2e.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.e2e.browsers.Engine;
import io.github.molweave.e2e.pages.DreamPage;
import io.github.molweave.e2e.site.ChainModel;
import io.github.molweave.e2e.site.ServedSite;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Stop means now, in the middle of a molecule. */
class StopTest {
  /**
   * Aborts a molecule of 10,000 tokens after 200 of them. Answers how the drawing ended, and how
   * many tokens the worker had told of soon after the abort and twenty questions later.
   */
  private static final String ABORT_A_LONG_MOLECULE =
      """
      const done = arguments[arguments.length - 1];
      let told = 0;
      globalThis.Worker = class extends Worker {
        constructor(...given) {
          super(...given);
          this.addEventListener('message', ({ data }) => {
            told += data.part?.filter(({ token }) => token).length ?? 0;
          });
        }
      };
      (async () => {
        const { loadModel } = await import(new URL('molweave/index.js', document.baseURI));
        const model = await loadModel('models/chains.safetensors');
        const controller = new AbortController();
        const options = { count: 1, maxLength: 10000, signal: controller.signal };
        let drawn = 0;
        options.onToken = () => { if (++drawn === 200) controller.abort(); };
        let how = 'nothing';
        try {
          for await (const molecule of model.sample(options)) how = 'a whole molecule';
        } catch (error) {
          how = error.name;
        }
        await model.next('C');
        const soon = told;
        for (let question = 0; question < 20; question++) await model.next('C');
        model.close();
        return [how, soon, told];
      })().then(done, (error) => done([String(error), 0, 0]));
      """;

  @ParameterizedTest
  @EnumSource(Engine.class)
  void stopEndsADreamAndKeepsWhatIsDone(Engine engine) {
    try (Visit visit = Visit.to(ChainModel.SLOW_AND_ENDLESS.site(), engine)) {
      DreamPage page = visit.open().awaitEngine();
      page.setCount(100);
      page.dream();
      page.awaitDreamed(1);
      page.stop();
      page.awaitActivity("stopped");
      int done = page.dreamed();
      assertTrue(done < 100, () -> done + " molecules");
      page.setCount(1);
      page.dream();
      page.awaitDreamed(done + 1);
      page.awaitReady();
      assertEquals(done + 1, page.dreamed());
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void anAbortEndsTheMoleculeThatIsBeingDrawn(Engine engine) {
    try (Visit visit = Visit.to(ChainModel.SLOW_AND_ENDLESS.site().withBlankPage(), engine)) {
      visit.browser().driver().get(visit.site().address(ServedSite.BLANK).toString());
      visit.browser().driver().manage().timeouts().scriptTimeout(Duration.ofMinutes(5));
      List<?> answer = (List<?>) visit.browser().driver().executeAsyncScript(ABORT_A_LONG_MOLECULE);
      assertEquals("AbortError", answer.get(0));
      long soon = ((Number) answer.get(1)).longValue();
      assertTrue(soon >= 200 && soon < 10_000, answer.toString());
      assertEquals(answer.get(1), answer.get(2), "tokens drawn after the stop");
    }
  }
}
