package io.github.molweave.e2e.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.e2e.site.ShippedModel;
import io.github.molweave.web.server.Policy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** On a page whose policy forbids WebAssembly the engine is JavaScript, or says what is missing. */
class WithoutWasmTest {

  @ParameterizedTest
  @EnumSource(
      value = BrowserRuntime.class,
      names = {"CHROMIUM_JS", "WEBKIT_JS"})
  void theEngineRunsOrSaysWhatForbidsIt(BrowserRuntime runtime) {
    try (RuntimePage page = RuntimePage.open(runtime, "refusal.js", Map.of(), Policy.NO_WASM)) {
      for (String engine : List.of("auto", "js")) {
        String opened = (String) page.call("opened", List.of(ShippedModel.address(), engine));
        assertTrue(opened.startsWith("scalar: "), opened);
      }
      assertEquals("CCO", page.call("asked", List.of()));
      String refused = (String) page.call("opened", List.of(ShippedModel.address(), "wasm"));
      assertTrue(refused.startsWith("engine-wasm-refused: "), refused);
      assertTrue(refused.contains("engine: 'js'"), refused);
    }
  }
}
