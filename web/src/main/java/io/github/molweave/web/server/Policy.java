package io.github.molweave.web.server;

/** The Content-Security-Policy that pages are served under. */
public enum Policy {
  /** What the page promises to run under: own origin only, no inline script or style, no eval. */
  STRICT("default-src 'self'; script-src 'self' 'wasm-unsafe-eval'"),
  /**
   * STRICT without WebAssembly, as pages have it that never thought of it. For tests of what then
   * happens; no command line option leads here.
   */
  NO_WASM("default-src 'self'");

  private final String header;

  Policy(String header) {
    this.header = header;
  }

  /** The value of the Content-Security-Policy header. */
  public String header() {
    return header;
  }
}
