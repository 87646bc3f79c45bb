package io.github.molweave.e2e.parity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.e2e.browsers.Browser;
import io.github.molweave.e2e.browsers.Engine;
import io.github.molweave.e2e.site.FaultyServer;
import io.github.molweave.e2e.site.FaultyServer.Fault;
import io.github.molweave.e2e.site.ShippedModel;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Files that a server gives wrongly, or not at all, are told in words, with their address. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class FaultyServerTest {
  private static final String MODEL = ShippedModel.address();

  /** For what never comes: longer than everything else takes. */
  private static final int PATIENCE = 2000;

  @Parameter Engine engine;
  private static FaultyServer server;
  private static Browser browser;

  @BeforeParameterizedClassInvocation
  static void open(Engine engine) throws IOException {
    browser = engine.open();
    server =
        new FaultyServer()
            .with("faults.html", "<script type=module src=refusal.js></script>".getBytes(UTF_8))
            .with("refusal.js", RuntimePage.resource("refusal.js"));
  }

  @AfterParameterizedClassInvocation
  static void close() {
    if (browser != null) {
      browser.close();
    }
    if (server != null) {
      server.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "molweave/engine-js.js, MISSING, file-missing",
    "molweave/engine-js.js, WEB_PAGE, file-web-page",
    "molweave/engine-js.js, WRONG_TYPE, file-type",
    "molweave/engine-js.js, STALLED, file-stalled",
    "molweave/engine-worker.js, MISSING, file-missing",
    "molweave/engine-worker.js, STALLED, file-stalled",
    "models/zinc.safetensors, MISSING, model-not-found",
    "models/zinc.safetensors, WEB_PAGE, model-web-page",
    "models/zinc.safetensors, STALLED, model-stalled"
  })
  void aModelIsNotLoaded(String path, Fault fault, String id) {
    server.spoil(path, fault);
    String told = call("opened", MODEL, "js", patience(fault));
    assertTrue(told.startsWith(id + ": ") && told.contains(server.address(path).toString()), told);
  }

  @ParameterizedTest
  @CsvSource({
    "MISSING, file-missing",
    "WEB_PAGE, file-web-page",
    "WRONG_TYPE, file-type",
    "STALLED, file-stalled"
  })
  void theEngineOfWebAssemblyIsNotLoaded(Fault fault, String id) {
    String path = "molweave/engine-wasm.wasm";
    server.spoil(path, fault);
    String told = call("opened", MODEL, "wasm", patience(fault));
    assertTrue(told.startsWith(id + ": ") && told.contains(server.address(path).toString()), told);
  }

  @ParameterizedTest
  @CsvSource({
    "molweave/chemistry-wasm.wasm, MISSING, file-missing",
    "molweave/chemistry-wasm.wasm, WEB_PAGE, file-web-page",
    "molweave/chemistry-wasm.wasm, WRONG_TYPE, file-type",
    "molweave/chemistry-wasm.wasm, STALLED, file-stalled",
    "molweave/chemistry-worker.js, MISSING, file-missing",
    "molweave/chemistry-worker.js, STALLED, file-stalled"
  })
  void theChemistryIsNotLoaded(String path, Fault fault, String id) {
    server.spoil(path, fault);
    String told = call("asked", patience(fault));
    String folder = server.address("molweave/").toString();
    assertTrue(told.startsWith(id + ": ") && told.contains(folder), told);
  }

  /** A kernel that does not come costs speed only, whatever its type is said to be. */
  @ParameterizedTest
  @CsvSource({
    "MISSING, scalar, the server answers 404",
    "WEB_PAGE, scalar, molweave/kernel.wasm",
    "WRONG_TYPE, simd, ''",
    "STALLED, scalar, has not come within 2 s"
  })
  void withoutTheKernelTheModelIsLoadedAllTheSame(Fault fault, String kernel, String reason) {
    server.spoil("molweave/kernel.wasm", fault);
    String told = call("opened", MODEL, "js", patience(fault));
    assertTrue(told.startsWith(kernel + ": ") && told.contains(reason), told);
    assertEquals(kernel.equals("scalar"), told.contains("molweave/kernel.wasm"), told);
  }

  private static Integer patience(Fault fault) {
    return fault == Fault.STALLED ? PATIENCE : null;
  }

  @Test
  void aServerThatHasStoppedIsTold() throws IOException {
    FaultyServer stopped = new FaultyServer();
    String nowhere = stopped.address(MODEL).toString();
    stopped.close();
    server.spoil("none", Fault.MISSING);
    String told = call("opened", nowhere, "js", null);
    assertTrue(told.startsWith("model-not-reached: ") && told.contains(nowhere), told);
    assertTrue(told.contains("Check the address and the network"), told);
    assertTrue(told.endsWith("(connect-src)."), told);
    String offline = call("openedOffline", nowhere);
    assertTrue(offline.startsWith("model-not-reached: ") && offline.contains(nowhere), offline);
    assertTrue(offline.endsWith("This device is offline."), offline);
  }

  private static String call(String function, Object... given) {
    browser.driver().get(server.address("faults.html").toString());
    return (String) RuntimePage.call(browser, function, Arrays.asList(given));
  }
}
