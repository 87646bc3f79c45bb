package io.github.molweave.e2e.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.e2e.browsers.Engine;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command, without any peer. */
class BenchTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return Bench.run(new PrintWriter(out), new PrintWriter(err), ROOT, arguments);
  }

  @Test
  void measuresOurEngineAloneWhereNobodyElseIsAsked() {
    Engine.CHROMIUM.open().close();
    int exitCode =
        run(
            "browser",
            "--peers",
            "none",
            "--models",
            "16",
            "--streams",
            "1,3",
            "--threads",
            "2",
            "--rounds",
            "1",
            "--round-ms",
            "20",
            "--markdown");
    assertEquals(0, exitCode, err.toString());
    assertTrue(
        out.toString().contains("| network | threads | streams | Molweave |"), out.toString());
    assertTrue(
        out.toString().matches("(?s).*\\n\\| 16 \\| 2 \\| 3 \\| \\d+ \\|\\n.*"), out.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "--models, 2000, '--models must be from 1 to 1024, not 2000.'",
    "--models, benzene, 'not ''benzene''.'",
    "--streams, 0, '--streams must be from 1 to 1024, not 0.'",
    "--threads, 65, '--threads must be from 1 to 64, not 65.'",
    "--rounds, 0, '--rounds must be from 1 to 1000, not 0.'",
    "--round-ms, 5, '--round-ms must be from 10 to 60000, not 5.'",
    "--peers, keras, '''keras'''"
  })
  void refusesWhatItCannotMeasure(String option, String value, String words) {
    assertEquals(2, run("browser", option, value));
    assertTrue(err.toString().contains(words), err.toString());
    assertTrue(err.toString().contains("docs/troubleshooting.md#bench-option"), err.toString());
    assertEquals("", out.toString());
  }

  @Test
  void measuresTheKernelAgainstThePeak() {
    Engine.CHROMIUM.open().close();
    List<String> cells = List.of("gru-reset-after", "gru-reset-before", "lstm");
    int exitCode =
        run(
            "kernel",
            "--cells",
            String.join(",", cells),
            "--units",
            "20",
            "--streams",
            "3",
            "--rounds",
            "2",
            "--round-ms",
            "10",
            "--markdown");
    assertEquals(0, exitCode, err.toString());
    for (String cell : cells) {
      String row = "| " + cell + " | 32 | 3 | ";
      String figures = "[\\d.]+ \\| [\\d.]+ \\| \\d+ % \\(\\d+\\.\\.\\d+\\) \\|";
      Pattern expected = Pattern.compile(Pattern.quote(row) + figures);
      assertTrue(expected.matcher(out.toString()).find(), out.toString());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--cells, rnn, 'not ''rnn''.'",
    "--units, 1025, '--units must be from 1 to 1024, not 1025.'",
    "--streams, 0, '--streams must be from 1 to 1024, not 0.'",
  })
  void refusesAKernelThatCannotBe(String option, String value, String words) {
    assertEquals(2, run("kernel", option, value));
    assertTrue(err.toString().contains(words), err.toString());
  }

  @Test
  void asksForTheNameOfABench() {
    assertEquals(2, run());
    assertTrue(err.toString().contains("browser"), err.toString());
  }

  @Test
  void everyProblemHasItsHeadingInTheTroubleshootingPage() throws IOException {
    List<String> page = Files.readAllLines(ROOT.resolve("docs/troubleshooting.md"));
    for (BenchException.Problem problem : BenchException.Problem.values()) {
      assertTrue(page.contains("### " + problem.id()), problem.id());
    }
  }
}
