package io.github.molweave.e2e.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.e2e.site.ShippedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The lab reckons probabilities at other temperatures by itself; the engine says the same. */
class WeighingTest {
  private static final Path MODULE =
      Path.of("..", "web", "src", "main", "site", "lab", "thinking", "choices-after.js");

  @ParameterizedTest
  @EnumSource(
      value = BrowserRuntime.class,
      names = {"CHROMIUM_JS", "WEBKIT_JS"})
  void agreesWithTheEngineAtEveryTemperature(BrowserRuntime runtime) throws IOException {
    Map<String, byte[]> files = Map.of("choices-after.js", Files.readAllBytes(MODULE));
    try (RuntimePage page = RuntimePage.open(runtime, "weighing.js", files)) {
      List<String> prefixes = List.of("", "C", "CC(=O)", "c1ccc2", "C[C@H](N", "O=C(O)CCl");
      List<Double> temperatures = List.of(0.0, 0.01, 0.05, 0.3, 1.0, 1.65, 2.0, 1000.0);
      Map<?, ?> answer =
          (Map<?, ?>)
              page.call("compareChoices", List.of(ShippedModel.address(), prefixes, temperatures));
      double furthest = ((Number) answer.get("furthest")).doubleValue();
      assertTrue(furthest < 1e-12, "off by " + furthest);
      assertEquals(List.of(), answer.get("disorders"));
    }
  }
}
