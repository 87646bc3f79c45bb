package io.github.molweave.e2e.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process to run to its end: its words, its folder and its environment. */
final class Command {
  /** The checkout; tests run in the folder of their module. */
  static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();

  private static final String LAUNCHER = CHECKOUT.resolve("molweave").toString();

  private final ProcessBuilder process;

  private Command(List<String> words) {
    process = new ProcessBuilder(words);
    // A build would change the class files that the other tests run on.
    process.environment().put("MOLWEAVE_BUILD", "never");
    process.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
  }

  static Command of(String... words) {
    return new Command(List.of(words));
  }

  static Command molweave(String... arguments) {
    List<String> words = new ArrayList<>(List.of(LAUNCHER));
    words.addAll(Arrays.asList(arguments));
    return new Command(words);
  }

  Command in(Path folder) {
    process.directory(folder.toFile());
    return this;
  }

  Command with(String variable, String value) {
    process.environment().put(variable, value);
    return this;
  }

  /** Starts it; its output is read by the caller. */
  Process start() throws IOException {
    return process.start();
  }

  /** Runs it; a process that takes longer than {@code seconds} is ended and fails the test. */
  Outcome run(int seconds) throws IOException, InterruptedException {
    Path out = Files.createTempFile("out", ".txt");
    Path err = Files.createTempFile("err", ".txt");
    try {
      Process running = process.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      boolean ended = running.waitFor(seconds, TimeUnit.SECONDS);
      running.descendants().forEach(ProcessHandle::destroy);
      running.destroy();
      Outcome outcome =
          new Outcome(
              ended ? running.exitValue() : -1,
              Files.readString(out, UTF_8),
              Files.readString(err, UTF_8));
      assertTrue(ended, () -> "still running after " + seconds + " s: " + outcome);
      return outcome;
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  /** How a process ended. */
  record Outcome(int exitCode, String out, String err) {}
}
