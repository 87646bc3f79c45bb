package io.github.molweave.e2e.parity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.e2e.site.ShippedModel;
import io.github.molweave.web.server.Policy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which kernel a model runs in, what it says about it, and that the molecules are the same. */
class KernelChoiceTest {
  private static final int MOLECULES = 40;

  @ParameterizedTest
  @EnumSource(BrowserRuntime.class)
  void theFastKernelIsChosenWhereItRuns(BrowserRuntime runtime) {
    try (RuntimePage page = RuntimePage.open(runtime, "kernel.js", Map.of())) {
      Map<?, ?> chosen = ask(page, "auto");
      assertEquals("simd", chosen.get("kernel"));
      assertEquals("", chosen.get("kernelReason"));
      assertEquals("simd", ask(page, "simd").get("kernel"));
      Map<?, ?> scalar = ask(page, "scalar");
      assertEquals("scalar", scalar.get("kernel"));
      assertEquals("asked for", scalar.get("kernelReason"));
      assertEquals(MOLECULES, ((List<?>) scalar.get("smiles")).size());
      assertEquals(scalar.get("smiles"), chosen.get("smiles"));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = BrowserRuntime.class,
      names = {"CHROMIUM_JS", "WEBKIT_JS"})
  void aPolicyThatForbidsItMakesTheModelSlowerAndIsNamed(BrowserRuntime runtime) {
    try (RuntimePage page = RuntimePage.open(runtime, "kernel.js", Map.of(), Policy.NO_WASM)) {
      Map<?, ?> chosen = ask(page, "auto");
      assertEquals("scalar", chosen.get("kernel"));
      String reason = (String) chosen.get("kernelReason");
      assertTrue(reason.contains("/molweave/kernel.wasm: "), reason);
      assertTrue(reason.contains("Content Security"), reason);
      assertEquals(MOLECULES, ((List<?>) chosen.get("smiles")).size());
      Map<?, ?> refused = ask(page, "simd");
      assertEquals("kernel-refused", refused.get("id"));
      assertTrue(((String) refused.get("message")).contains(reason), refused.toString());
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = BrowserRuntime.class,
      names = {"CHROMIUM_JS", "WEBKIT_JS"})
  void aPageInThePlaceOfTheKernelIsNamed(BrowserRuntime runtime) {
    Map<String, byte[]> files =
        Map.of("molweave/kernel.wasm", "<!doctype html><title>Not here</title>".getBytes(UTF_8));
    try (RuntimePage page = RuntimePage.open(runtime, "kernel.js", files)) {
      Map<?, ?> chosen = ask(page, "auto");
      assertEquals("scalar", chosen.get("kernel"));
      String reason = (String) chosen.get("kernelReason");
      assertTrue(reason.contains("/molweave/kernel.wasm: "), reason);
    }
  }

  private static Map<?, ?> ask(RuntimePage page, String kernel) {
    return (Map<?, ?>) page.call("withKernel", List.of(ShippedModel.address(), kernel, MOLECULES));
  }
}
