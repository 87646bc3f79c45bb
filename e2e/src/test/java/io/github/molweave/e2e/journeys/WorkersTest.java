package io.github.molweave.e2e.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.e2e.browsers.Engine;
import io.github.molweave.e2e.site.ChainModel;
import io.github.molweave.e2e.site.ServedSite;
import io.github.molweave.modelfile.ModelFileReader;
import io.github.molweave.modelfile.ModelId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The workers of a page: all of them stop, those that fail are replaced, and none is left over. */
class WorkersTest {
  /** What the scripts below begin with: the engine, and the workers with what they have told. */
  private static final String BEGINNING =
      """
      const [given, done] = arguments;
      const living = new Set();
      let told = 0;
      globalThis.Worker = class extends Worker {
        constructor(...all) {
          super(...all);
          living.add(this);
          this.addEventListener('message', ({ data }) => { told += data.part?.length ?? 0; });
        }
        terminate() {
          living.delete(this);
          super.terminate();
        }
      };
      const MODEL = new URL('models/chains.safetensors', document.baseURI);
      const failure = (promise) => promise.then(() => 'none', (error) => error.id ?? error.name);
      const script = async ({ loadModel, selfies, chemistry }) => {
      """;

  private static final String END =
      """
      };
      import(new URL('molweave/index.js', document.baseURI))
        .then(script).then((answer) => done(answer.map(String)), (error) => done([String(error)]));
      """;

  /** Both workers draw; once each has answered after the stop, none tells of molecules any more. */
  private static final String STOP =
      """
        const model = await loadModel(MODEL, { workers: 2 });
        const controller = new AbortController();
        const run = model.sample({ count: 1e9, signal: controller.signal });
        let come = 0;
        let how = 'none';
        try {
          for await (const { index } of run) {
            if (living.size === 2) come++;
            if (come < 2000) continue;
            if (given === 'break') break;
            controller.abort();
          }
        } catch (error) {
          how = error.name;
        }
        const both = () => Promise.all([1, 2, 3, 4].map(() => model.next('C')));
        await both();
        const soon = told;
        for (let round = 0; round < 10; round++) await both();
        model.close();
        return [how, told - soon, living.size];
      """;

  /** Reads a hundred and waits until nothing more is told: how many lie ahead. */
  private static final String READ_SLOWLY =
      """
        const model = await loadModel(MODEL, { workers: 2 });
        const run = model.sample({ count: 1e9, order: given });
        for (let come = 0; come < 100; come++) await run.next();
        for (let before = -1; before !== told;) {
          before = told;
          for (let round = 0; round < 30; round++) await Promise.all([model.next('C'), model.next('C')]);
        }
        const ahead = told - 100;
        for (let come = 0; come < 2000; come++) await run.next();
        model.close();
        return [ahead > 512, ahead <= 1024];
      """;

  private static final String CLOSE =
      """
        const one = await loadModel(MODEL, { workers: 2 });
        const other = await loadModel(MODEL, { workers: 1 });
        const translator = await selfies();
        const run = one.sample({ count: 1e9 });
        for (let come = 0; come < 2000 || living.size < 2; come++) await run.next();
        const open = [one.next('C'), one.score('CC')].map(failure);
        one.close();
        one.close();
        const waiting = failure((async () => { while (!(await run.next()).done); })());
        const answers = [...await Promise.all([...open, waiting]), await failure(one.score('CC'))];
        answers.push((await other.sample({ count: 1 }).next()).value.index, await translator.encode('CO'));
        other.close();
        answers.push(await translator.encode('CN'), living.size);
        translator.close();
        answers.push(living.size);
        return answers;
      """;

  private static final String DRAW =
      """
        const model = await loadModel(MODEL, { workers: 2 });
        const molecules = [];
        const how = await failure((async () => {
          for await (const { index } of model.sample({ count: 40 })) molecules.push(index);
        })());
        const started = living.size;
        model.close();
        return [how, molecules.length < 40, started <= 2];
      """;

  private static final String WITHOUT_MODULES =
      """
        const Known = globalThis.Worker;
        globalThis.Worker = given === 'unknown' ? undefined : class { terminate() {} };
        return [await failure(loadModel(MODEL)), await failure(chemistry()), living.size];
      """;

  /** Each worker is ended before it says its first word. */
  private static final String STILLBORN =
      """
        globalThis.Worker = class extends Worker {
          constructor(...all) {
            super(...all);
            this.terminate();
          }
        };
        const impatient = { patience: 500 };
        return [await failure(loadModel(MODEL, { ...impatient, workers: 1 })),
          await failure((async () => (await chemistry(impatient)).canonical('CO'))()), living.size];
      """;

  /** The only worker is ended from outside when it has drawn ten molecules. */
  private static final String END_THE_WORKER =
      """
        const model = await loadModel(MODEL, { patience: 2000, workers: 1 });
        const seen = new Set();
        for await (const { index } of model.sample({ count: 3000 })) {
          seen.add(index);
          if (seen.size === 10) [...living][0].terminate();
        }
        const started = living.size;
        model.close();
        return [seen.size, started, model.modelId];
      """;

  private static final String OPTIONS =
      """
        const model = await loadModel(MODEL, { workers: 1 });
        const named = (name, ask) => {
          try {
            ask();
            return `${name} was taken`;
          } catch (error) {
            return error.message.startsWith(name) ? error.name : error.message;
          }
        };
        const answers = [];
        for (const [name, value] of [['count', -1], ['count', 0.5], ['count', 2 ** 31 + 1], ['count', NaN],
          ['count', '3'], ['first', 2 ** 31], ['first', -1], ['seed', -1], ['seed', 2 ** 53], ['seed', 0.5],
          ['temperature', NaN], ['temperature', -0.1], ['order', 'x'], ['places', 0], ['places', 1025]]) {
          answers.push(named(name, () => model.sample({ [name]: value })));
        }
        for (const workers of [0, -1, 1.5, NaN, 1e9, '2']) {
          answers.push(await loadModel(MODEL, { workers }).catch((error) => named('workers', () => { throw error; })));
        }
        const none = await model.sample({ count: 0 }).next();
        const last = await model.sample({ first: 2 ** 31 - 1 }).next();
        const many = model.sample({ count: 1e9, first: 1 });
        const first = await many.next();
        await many.return();
        model.close();
        return [[...new Set(answers)], none.done, last.value.index, first.value.index];
      """;

  @ParameterizedTest
  @CsvSource({"CHROMIUM, abort, AbortError", "CHROMIUM, break, none", "WEBKIT, abort, AbortError"})
  void everyWorkerStops(Engine engine, String how, String failure) {
    try (Visit visit = Visit.to(ChainModel.QUICK.site().withBlankPage(), engine)) {
      assertEquals(List.of(failure, "0", "0"), run(visit, STOP, how));
    }
  }

  @ParameterizedTest
  @CsvSource({"CHROMIUM, index", "WEBKIT, finished"})
  void whoReadsSlowlyHoldsTheWorkersBack(Engine engine, String order) {
    try (Visit visit = Visit.to(ChainModel.QUICK.site().withBlankPage(), engine)) {
      assertEquals(List.of("true", "true"), run(visit, READ_SLOWLY, order));
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void closingFailsWhatIsOpenAndEndsTheWorkersThatNobodyNeeds(Engine engine) {
    try (Visit visit = Visit.to(ChainModel.QUICK.site().withBlankPage(), engine)) {
      List<?> answer = run(visit, CLOSE, "");
      assertEquals(Collections.nCopies(4, "model-closed"), answer.subList(0, 4));
      assertEquals(List.of("0", "[C][O]", "[C][N]", "1", "0"), answer.subList(4, answer.size()));
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void anEngineThatAlwaysFailsAtOneMoleculeIsGivenUp(Engine engine) throws Exception {
    try (Visit visit = Visit.to(siteWhoseEngineFailsAt(20), engine)) {
      assertEquals(List.of("engine-keeps-failing", "true", "true"), run(visit, DRAW, ""));
    }
  }

  /** The engine's file as built, but it cannot begin this molecule. */
  private static ServedSite siteWhoseEngineFailsAt(int index) throws Exception {
    String engine = Files.readString(Path.of("../web/target/site/molweave/engine-js.js"));
    String wrapped =
        """
        export * from './engine-whole.js';
        import * as engine from './engine-whole.js';
        export function add(run, index) {
          if (index === %d) throw new RangeError('a trap');
          return engine.add(run, index);
        }
        """
            .formatted(index);
    return ChainModel.QUICK
        .site()
        .withBlankPage()
        .with("molweave/engine-whole.js", engine.getBytes(UTF_8))
        .with("molweave/engine-js.js", wrapped.getBytes(UTF_8));
  }

  @ParameterizedTest
  @CsvSource({"CHROMIUM, unknown", "CHROMIUM, classic", "WEBKIT, classic"})
  void saysThatWorkersCannotBeModules(Engine engine, String kind) {
    try (Visit visit = Visit.to(ChainModel.QUICK.site().withBlankPage(), engine)) {
      String id = "module-workers-missing";
      assertEquals(List.of(id, id, "0"), run(visit, WITHOUT_MODULES, kind));
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void aWorkerThatNeverSaysAnythingIsGivenUp(Engine engine) {
    try (Visit visit = Visit.to(ChainModel.QUICK.site().withBlankPage(), engine)) {
      String id = "engine-stopped";
      assertEquals(List.of(id, id, "0"), run(visit, STILLBORN, ""));
    }
  }

  /** As in a page that is no secure context: there is no SHA-256 of the browser's either. */
  @ParameterizedTest
  @EnumSource(Engine.class)
  void aWorkerThatEndsWithoutAWordIsNoticedWhereThereAreNoLocks(Engine engine) throws Exception {
    String worker = Files.readString(Path.of("../web/target/site/molweave/engine-worker.js"));
    ServedSite site =
        ChainModel.QUICK
            .site()
            .withBlankPage()
            .with("molweave/worker-whole.js", worker.getBytes(UTF_8))
            .with(
                "molweave/insecure.js",
                """
                Object.defineProperty(navigator, 'locks', { value: undefined });
                Object.defineProperty(crypto, 'subtle', { value: undefined });
                """
                    .getBytes(UTF_8))
            .with(
                "molweave/engine-worker.js",
                "import './insecure.js'; import './worker-whole.js';".getBytes(UTF_8));
    try (Visit visit = Visit.to(site, engine)) {
      String id = ModelId.of(ModelFileReader.read(ChainModel.QUICK.bytes()));
      assertEquals(List.of("3000", "1", id), run(visit, END_THE_WORKER, ""));
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void everyOptionOutOfRangeIsARangeErrorThatNamesIt(Engine engine) {
    try (Visit visit = Visit.to(ChainModel.QUICK.site().withBlankPage(), engine)) {
      assertEquals(List.of("RangeError", "true", "2147483647", "1"), run(visit, OPTIONS, ""));
    }
  }

  private static List<?> run(Visit visit, String script, String given) {
    visit.browser().driver().get(visit.site().address(ServedSite.BLANK).toString());
    visit.browser().driver().manage().timeouts().scriptTimeout(Duration.ofMinutes(2));
    List<?> answer =
        (List<?>) visit.browser().driver().executeAsyncScript(BEGINNING + script + END, given);
    assertTrue(answer.size() > 1, answer.toString());
    return answer;
  }
}
