package io.github.molweave.web.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A command that serves where it should refuse would never return: hence the time limit. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ServeCommandTest {
  @TempDir Path site;
  private final StringWriter err = new StringWriter();

  @Test
  void aTakenPortIsOneSentenceAndExitCode2() throws Exception {
    Files.writeString(site.resolve("index.html"), "<!doctype html>");
    try (SiteServer first = SiteServer.start(site, 0, Policy.STRICT)) {
      String port = Integer.toString(first.address().getPort());
      assertEquals(2, run("--site", site.toString(), "--port", port));
      assertEquals(1, err.toString().strip().lines().count(), err.toString());
      assertTrue(err.toString().contains(port), err.toString());
    }
  }

  @Test
  void aPortOutOfRangeIsAUsageError() {
    assertEquals(2, run("--site", site.toString(), "--port", "65536"));
    assertTrue(err.toString().startsWith("--port must be from 0 to 65535, not 65536"));
  }

  @Test
  void aFolderWithoutAPageIsExitCode1() {
    assertEquals(1, run("--site", site.toString()));
    assertTrue(err.toString().contains("Build it with"), err.toString());
  }

  @Test
  void noOptionWeakensThePolicy() {
    String options = new CommandLine(new ServeCommand()).getUsageMessage();
    assertFalse(options.contains("eval") || options.contains("policy"), options);
    assertEquals(2, run("--policy", "NO_WASM"));
  }

  private int run(String... arguments) {
    return new CommandLine(new ServeCommand())
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
