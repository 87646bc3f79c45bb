package io.github.molweave.trainer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever names several files reads which of them is at fault. */
class UnfitFileTest {
  @TempDir private Path folder;

  /** BAD is an empty file, OUT one that is not there. */
  @ParameterizedTest
  @CsvSource({
    "inspect BAD, 4, model-empty",
    "sample --model BAD, 4, model-empty",
    "score --model BAD CCO, 4, model-empty",
    "export BAD --out OUT, 4, model-empty",
    "baseline --like BAD --kind uniform --out OUT, 4, model-empty",
    "train --init BAD --out OUT, 4, model-empty",
    "convert pytorch BAD --vocabulary BAD --out OUT, 4, model-empty",
    "novelty --filter BAD CCO, 3, novelty-empty"
  })
  void isNamed(String command, int exitCode, String problem) throws IOException {
    Path bad = Files.createFile(folder.resolve("my file"));
    Path out = folder.resolve("out");
    Object[] words =
        Arrays.stream(command.split(" "))
            .map(word -> word.equals("BAD") ? bad : word.equals("OUT") ? out : word)
            .toArray();
    CommandRun run = CommandRun.of(words);
    assertEquals(exitCode, run.exitCode(), run.err());
    assertTrue(run.err().contains("#" + problem), run.err());
    assertTrue(run.err().contains("molweave: " + bad + ": "), run.err());
    assertTrue(Files.notExists(out), command);
  }
}
