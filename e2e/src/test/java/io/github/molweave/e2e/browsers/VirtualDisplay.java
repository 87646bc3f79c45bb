package io.github.molweave.e2e.browsers;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** An X display without a screen, for a browser that has no headless mode. */
final class VirtualDisplay implements AutoCloseable {
  private final Process server;
  private final String name;

  private VirtualDisplay(Process server, String name) {
    this.server = server;
    this.name = name;
  }

  /** Starts one on the first free display number, which Xvfb tells once it is ready. */
  static VirtualDisplay start() throws BrowserMissingException {
    Path xvfb = Programs.require("Xvfb", "xvfb");
    try {
      Process server =
          new ProcessBuilder(
                  xvfb.toString(),
                  "-displayfd",
                  "1",
                  "-screen",
                  "0",
                  "1280x900x24",
                  "-nolisten",
                  "tcp")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      BufferedReader ready =
          new BufferedReader(new InputStreamReader(server.getInputStream(), US_ASCII));
      String number = ready.readLine();
      if (number == null) {
        throw new IllegalStateException("Xvfb did not start");
      }
      return new VirtualDisplay(server, ":" + number.strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What goes into the environment variable DISPLAY. */
  String name() {
    return name;
  }

  @Override
  public void close() {
    server.destroy();
  }
}
