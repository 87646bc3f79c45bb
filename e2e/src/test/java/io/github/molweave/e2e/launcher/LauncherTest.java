package io.github.molweave.e2e.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.e2e.launcher.Command.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the launcher itself answers, before any program of ours runs. */
class LauncherTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"help", "-h", "--help"})
  void listsTheCommandsOnStandardOutput(String word) throws Exception {
    Outcome outcome = Command.molweave(word).run(20);
    assertEquals(0, outcome.exitCode());
    assertEquals("", outcome.err());
    for (String command :
        List.of(
            "serve",
            "train",
            "export",
            "sample",
            "score",
            "evaluate",
            "properties",
            "draw",
            "convert",
            "inspect",
            "selfies",
            "novelty",
            "bench",
            "test")) {
      assertTrue(outcome.out().contains("./molweave " + command), command);
    }
  }

  @Test
  void listsTheCommandsWhenNoneIsGiven() throws Exception {
    assertEquals(Command.molweave("help").run(20), Command.molweave().run(20));
  }

  @Test
  void refusesAnUnknownCommandAsAnErrorOfUsage() throws Exception {
    Outcome outcome = Command.molweave("dance").run(20);
    assertAll(
        () -> assertEquals(2, outcome.exitCode()),
        () -> assertEquals("", outcome.out()),
        () -> assertTrue(outcome.err().contains("'dance'"), outcome.err()));
  }

  @Test
  void worksThroughChainedSymlinksFromAnotherFolder() throws Exception {
    Path first =
        Files.createSymbolicLink(folder.resolve("first"), Command.CHECKOUT.resolve("molweave"));
    Files.createSymbolicLink(folder.resolve("second"), folder.relativize(first));
    Outcome outcome = Command.of("./second", "serve", "--help").in(folder).run(60);
    assertEquals(0, outcome.exitCode(), outcome.err());
    assertTrue(outcome.out().contains("--port"), outcome.out());
  }

  @Test
  void saysWhatToInstallWhereThereIsNoJava() throws Exception {
    Outcome outcome =
        Command.molweave("serve").with("JAVA_HOME", folder.resolve("none").toString()).run(20);
    assertEquals(1, outcome.exitCode());
    assertTrue(outcome.err().contains("no Java found"), outcome.err());
    assertTrue(outcome.err().contains("install a JDK 17 or newer"), outcome.err());
  }

  @Test
  void saysWhatToInstallWhereJavaIsTooOld() throws Exception {
    program("bin/java", "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2");
    Outcome outcome = Command.molweave("serve").with("JAVA_HOME", folder.toString()).run(20);
    assertEquals(1, outcome.exitCode());
    assertTrue(outcome.err().contains("Java 11 is too old; install a JDK 17"), outcome.err());
  }

  @Test
  void passesOptionsExitCodeAndFolderToTheProgram() throws Exception {
    program(
        "bin/java",
        "if [ \"$1\" = -version ]; then echo 'openjdk version \"17.0.1\"' >&2; exit 0; fi",
        "pwd; printf '%s\\n' \"$@\"; exit 42");
    Outcome outcome =
        Command.molweave("sample", "--prefix", "C C")
            .in(folder)
            .with("JAVA_HOME", folder.toString())
            .with("MOLWEAVE_JAVA_OPTS", "-Xmx1g -ea")
            .run(20);
    List<String> lines = outcome.out().lines().toList();
    assertEquals(42, outcome.exitCode(), outcome.err());
    assertEquals(folder.toRealPath().toString(), lines.get(0));
    assertTrue(lines.containsAll(List.of("-Xmx1g", "-ea")), outcome.out());
    assertEquals(
        List.of("sample", "--prefix", "C C"), lines.subList(lines.size() - 3, lines.size()));
  }

  @Test
  void becomesTheProgramSoThatSignalsReachIt() throws Exception {
    program(
        "bin/java",
        "if [ \"$1\" = -version ]; then echo 'openjdk version \"17.0.1\"' >&2; exit 0; fi",
        "echo $$");
    Process running = Command.molweave("sample").with("JAVA_HOME", folder.toString()).start();
    try (BufferedReader out = running.inputReader(UTF_8)) {
      assertEquals(running.pid(), Long.parseLong(out.readLine()));
    }
  }

  private void program(String name, String... lines) throws IOException {
    Path program = folder.resolve(name);
    Files.createDirectories(program.getParent());
    Files.writeString(program, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    assertTrue(program.toFile().setExecutable(true));
  }
}
