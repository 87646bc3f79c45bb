package io.github.molweave.e2e.parity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.molweave.e2e.browsers.FirefoxBrowser;
import io.github.molweave.e2e.site.ChainModel;
import io.github.molweave.e2e.site.ServedSite;
import io.github.molweave.web.server.Policy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@link PoolParityTest} says of two engines, in the third. */
class FirefoxParityTest {
  private static ServedSite site;
  private static FirefoxBrowser browser;

  @BeforeAll
  static void open() {
    browser = FirefoxBrowser.open();
    site =
        ServedSite.copy()
            .with("pool.js", RuntimePage.resource("pool.js"))
            .with(PoolParityTest.MODEL, ChainModel.FALTERING.bytes())
            .with("runtime.html", "<script type=module src=pool.js></script>".getBytes(UTF_8))
            .serve(Policy.STRICT);
    browser.get(site.address("runtime.html"));
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
    if (site != null) {
      site.close();
    }
  }

  @ParameterizedTest(name = "{0}, {1}, {2} places, {3} workers, by {4}")
  @CsvSource({
    "js, simd, 1, 1, index",
    "js, scalar, 16, 2, finished",
    "wasm, simd, 32, 2, index",
    "wasm, scalar, 7, 3, finished"
  })
  void drawsTheSameMolecules(String engine, String kernel, int places, int workers, String order) {
    Map<String, Object> load = Map.of("engine", engine, "kernel", kernel, "workers", workers);
    draw(load, PoolParityTest.request(places, order), List.of());
  }

  @Test
  void drawsAnewWhatADeadWorkerHadInHand() {
    draw(Map.of("workers", 2), PoolParityTest.request(16, "index"), List.of(100, 3000, 5000));
  }

  private static void draw(
      Map<String, Object> load, Map<String, Object> request, List<Integer> deaths) {
    List<Object> given = List.of(PoolParityTest.MODEL, load, request, deaths);
    Map<?, ?> answer = (Map<?, ?>) browser.call("drawRun", given);
    assertEquals(PoolParityTest.COUNT, ((Number) answer.get("come")).intValue());
    assertEquals(PoolParityTest.OnTheJvm.HASH, ((Number) answer.get("hash")).intValue());
  }
}
