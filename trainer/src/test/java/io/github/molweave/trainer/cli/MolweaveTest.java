package io.github.molweave.trainer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MolweaveTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "train",
        "export",
        "sample",
        "score",
        "properties",
        "draw",
        "inspect",
        "corpus",
        "selfies",
        "novelty"
      })
  void explainsEachCommandWithAnExampleOnStdout(String command) {
    CommandRun run = CommandRun.of(command, "--help");
    assertEquals(0, run.exitCode());
    assertTrue(run.out().contains("Example"), run.out());
    assertTrue(run.out().contains("molweave " + command), run.out());
    assertEquals("", run.err());
  }

  @Test
  void listsTheCommandsAndExitCodes() {
    CommandRun run = CommandRun.of("--help");
    assertEquals(0, run.exitCode());
    assertTrue(run.out().contains("130"), run.out());
    assertTrue(run.out().contains("train"), run.out());
  }

  @Test
  void asksForACommandOnStderr() {
    CommandRun run = CommandRun.of();
    assertEquals(2, run.exitCode());
    assertEquals("", run.out());
    assertTrue(run.err().contains("train"), run.err());
    assertEquals(2, CommandRun.of("trian").exitCode());
    assertTrue(CommandRun.of("trian").err().contains("train"));
  }
}
