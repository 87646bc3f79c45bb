package io.github.molweave.trainer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.modelfile.ModelFileReader;
import io.github.molweave.modelfile.ModelId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code train} writes besides the model, by the real command. */
final class TrainWatchTest {
  @TempDir private Path folder;
  private Path corpus;

  @BeforeEach
  void writeCorpus() throws IOException {
    corpus =
        Files.writeString(
            folder.resolve("mine & yours.smi"), "CCO\nCCN\nCC[Xx]\nCCC\nCOC\nCNC\nCO\n");
  }

  private CommandRun train(Path out, Object... more) {
    List<Object> words = new ArrayList<>(List.of("train", "--corpus", corpus, "--out", out));
    words.addAll(List.of("--hidden", 8, "--embedding", 4, "--epochs", 2, "--batch", 2));
    words.addAll(List.of("--on-invalid", "skip", "--valid-fraction", 0.4, "--sample-count", 30));
    words.addAll(List.of(more));
    return CommandRun.of(words.toArray());
  }

  private static ModelFile model(Path out) throws IOException {
    return ModelFileReader.read(Files.readAllBytes(out.resolve("model.safetensors")));
  }

  @Test
  void lookingOnChangesNothing() throws IOException {
    Path watched = folder.resolve("watched");
    Path alone = folder.resolve("alone");
    CommandRun run = train(watched, "--log-every", 1);
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.err().contains(" % of 30 samples valid"), run.err());
    assertEquals(0, train(alone, "--sample-every", 0).exitCode());
    assertEquals(ModelId.of(model(watched)), ModelId.of(model(alone)));
    assertEquals("not measured", model(alone).card().get("raw samples"));
    assertTrue(model(watched).card().get("raw samples").startsWith("30 at T = 1, seed 0: "));
  }

  @Test
  void theCardStatesFactsAndNoPathAndIsTheSameEverywhere() throws IOException {
    Path out = folder.resolve("run");
    assertEquals(0, train(out).exitCode());
    Map<String, String> card = model(out).card();
    assertTrue(card.get("corpus").startsWith("mine & yours.smi, 7 lines, SHA-256 "));
    assertTrue(card.get("left out of the corpus").startsWith("1 unknown element"));
    assertEquals("not stated by whoever trained it", card.get("licence"));
    assertTrue(card.get("cost of int8").contains(" nats per token as it runs"), card.toString());
    assertTrue(card.get("trained on").contains("Java "), card.toString());
    for (String field : List.of("intended use", "out of scope", "tokens", "seed", "limits")) {
      assertTrue(card.containsKey(field), field);
    }
    String markdown = Files.readString(out.resolve("model.md"));
    assertEquals(markdown, CommandRun.of("inspect", out, "--markdown").out());
    assertTrue(markdown.contains("mine \\& yours.smi, 7 lines"), markdown);
    String report = Files.readString(out.resolve("report.html"));
    assertTrue(report.contains("mine &amp; yours.smi"), report);
    for (String text : List.of(card.toString(), markdown, report)) {
      assertFalse(text.contains(folder.toString()), text);
      assertFalse(text.contains(System.getProperty("user.home")), text);
    }
  }

  @Test
  void aRunThatWasKilledBeforeItsFirstCheckpointCanBeginAgain() throws IOException {
    Path out = Files.createDirectory(folder.resolve("run"));
    Files.writeString(out.resolve("metrics.jsonl"), "{\"kind\":\"step\"}\n");
    Files.writeString(out.resolve("report.html"), "<p>old");
    CommandRun run = train(out, "--log-every", 100);
    assertEquals(0, run.exitCode(), run.err());
    assertEquals(3, Files.readAllLines(out.resolve("metrics.jsonl")).size());
    assertFalse(Files.readString(out.resolve("report.html")).contains("<p>old"));
  }

  @Test
  void aReportThatCannotBeWrittenStopsNothing() throws IOException {
    Path out = folder.resolve("run");
    Files.createDirectories(out.resolve("report.html").resolve("in the way"));
    CommandRun run = train(out, "--force");
    assertEquals(0, run.exitCode(), run.err());
    assertEquals(1, run.err().split("report.html could not be written", -1).length - 1, run.err());
    assertTrue(Files.exists(out.resolve("model.safetensors")));
    assertTrue(Files.size(out.resolve("metrics.jsonl")) > 0);
  }
}
