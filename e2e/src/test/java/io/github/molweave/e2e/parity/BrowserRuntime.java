package io.github.molweave.e2e.parity;

import io.github.molweave.e2e.browsers.Engine;
import io.github.molweave.web.server.Policy;

/** Where shared runs when it does not run on the JVM. */
enum BrowserRuntime {
  CHROMIUM_JS(Engine.CHROMIUM, "js"),
  CHROMIUM_WASM(Engine.CHROMIUM, "wasm"),
  WEBKIT_JS(Engine.WEBKIT, "js"),
  WEBKIT_WASM(Engine.WEBKIT, "wasm");

  private final Engine browser;
  private final String engine;

  BrowserRuntime(Engine browser, String engine) {
    this.browser = browser;
    this.engine = engine;
  }

  Engine browser() {
    return browser;
  }

  /** What {@code loadModel} is told. */
  String engine() {
    return engine;
  }

  /** Under which the chemistry, which chooses by itself, runs as this runtime does. */
  Policy chemistryPolicy() {
    return engine.equals("wasm") ? Policy.STRICT : Policy.NO_WASM;
  }
}
