package io.github.molweave.web.server;

/** The Content-Security-Policy that pages are served under. */
public enum Policy {
  /** What the page promises to run under: own origin only, no inline script or style, no eval. */
  STRICT("default-src 'self'; script-src 'self' 'wasm-unsafe-eval'"),
  /**
   * STRICT, but with {@code eval} allowed, which the WebAssembly GC loader of TeaVM needs. For
   * tests that compare runtimes; no command line option leads here.
   */
  ALLOW_EVAL("default-src 'self'; script-src 'self' 'wasm-unsafe-eval' 'unsafe-eval'");

  private final String header;

  Policy(String header) {
    this.header = header;
  }

  /** The value of the Content-Security-Policy header. */
  public String header() {
    return header;
  }
}
