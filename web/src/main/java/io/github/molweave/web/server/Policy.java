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

  private static final String FRAME = "/frame.html";
  private static final String SELF = "'self'";

  private final String header;

  Policy(String header) {
    this.header = header;
  }

  /**
   * The value of the Content-Security-Policy header for the file at {@code path}. The page for
   * frames may be in a sandbox: there it has no origin that would be itself in every browser, and
   * its workers start from a {@code blob:}.
   *
   * @param origin where the file was asked for, such as {@code http://127.0.0.1:8080}
   */
  public String header(String path, String origin) {
    return isForFrames(path)
        ? header.replace(SELF, SELF + " " + origin) + "; worker-src 'self' blob:"
        : header;
  }

  /** Whether pages of other origins may show the file at {@code path} in a frame. */
  static boolean isForFrames(String path) {
    return path.endsWith(FRAME);
  }
}
