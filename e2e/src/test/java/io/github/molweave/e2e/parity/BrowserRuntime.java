package io.github.molweave.e2e.parity;

import io.github.molweave.e2e.browsers.Engine;
import io.github.molweave.web.server.Policy;

/** Where shared runs when it does not run on the JVM. */
enum BrowserRuntime {
  CHROMIUM_JS(Engine.CHROMIUM, "js", Policy.STRICT),
  /** TeaVM's loader for WebAssembly GC builds its glue with {@code new Function}. */
  CHROMIUM_WASM(Engine.CHROMIUM, "wasm", Policy.ALLOW_EVAL),
  WEBKIT_JS(Engine.WEBKIT, "js", Policy.STRICT);

  private final Engine browser;
  private final String engine;
  private final Policy policy;

  BrowserRuntime(Engine browser, String engine, Policy policy) {
    this.browser = browser;
    this.engine = engine;
    this.policy = policy;
  }

  Engine browser() {
    return browser;
  }

  /** What {@code loadModel} is told. */
  String engine() {
    return engine;
  }

  Policy policy() {
    return policy;
  }
}
