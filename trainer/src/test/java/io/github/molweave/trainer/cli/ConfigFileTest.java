package io.github.molweave.trainer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code train --config} and {@code --print-config}. */
final class ConfigFileTest {
  @TempDir private Path folder;

  private Path config(String json) throws IOException {
    return Files.writeString(folder.resolve("config.json"), json);
  }

  private JsonObject printed(Object... words) {
    List<Object> all = new ArrayList<>(List.of("train", "--print-config"));
    all.addAll(Arrays.asList(words));
    CommandRun run = CommandRun.of(all.toArray());
    assertEquals(0, run.exitCode(), run.err());
    assertEquals("", run.err());
    return JsonParser.parseString(run.out()).getAsJsonObject();
  }

  @Test
  void printsEveryOptionWithItsDefaultAndDoesNothing() {
    JsonObject json = printed("--out", folder.resolve("run"), "--layers", 3, "--clip", "0.5");
    assertEquals(3, json.get("layers").getAsInt());
    assertEquals(0.5, json.get("clip").getAsDouble());
    assertEquals(256, json.get("hidden").getAsInt());
    assertEquals("gru-reset-after", json.get("cell").getAsString());
    assertEquals("10m", json.get("checkpoint-every").getAsString());
    assertFalse(json.get("novelty-filter").getAsBoolean());
    for (String name : List.of("config", "print-config", "resume", "force", "help", "warmup")) {
      assertFalse(json.has(name), name);
    }
    assertFalse(Files.exists(folder.resolve("run")));
  }

  @Test
  void whatIsPrintedGivesTheSameWhenRead() throws IOException {
    Object[] words = {
      "--corpus",
      "a.smi",
      "b c.smi",
      "--cell",
      "lstm",
      "--warmup",
      7,
      "--lr",
      "1e-3",
      "--novelty-filter",
      "--seed",
      9007199254740991L,
      "--checkpoint-every",
      "50steps"
    };
    JsonObject first = printed(words);
    assertEquals("b c.smi", first.getAsJsonArray("corpus").get(1).getAsString());
    assertTrue(first.get("novelty-filter").getAsBoolean());
    assertEquals(first, printed("--config", config(first.toString())));
  }

  @Test
  void theCommandLineWins() throws IOException {
    Path file =
        config("{\"corpus\":[\"a\",\"b\"],\"hidden\":9,\"epochs\":\"5\",\"novelty-filter\":true}");
    JsonObject json = printed("--config=" + file, "--hidden=8", "--corpus", "c");
    assertEquals(8, json.get("hidden").getAsInt());
    assertEquals(5, json.get("epochs").getAsInt());
    assertEquals("c", json.get("corpus").getAsString());
  }

  @Test
  void aRunTakesItsOptionsFromTheFile() throws IOException {
    Path corpus = Files.writeString(folder.resolve("a.smi"), "CCO\nCCN\nCCC\nCCCl\n");
    JsonObject json = new JsonObject();
    json.addProperty("corpus", corpus.toString());
    json.addProperty("hidden", 4);
    json.addProperty("embedding", 2);
    json.addProperty("epochs", 1);
    json.addProperty("out", folder.resolve("run").toString());
    CommandRun run = CommandRun.of("train", "--config", config(json.toString()));
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.err().contains("Options from "), run.err());
    assertTrue(Files.exists(folder.resolve("run").resolve("model.safetensors")));
  }

  @Test
  void namesWhatIsWrongInTheFile() throws IOException {
    Map<String, String> wrong =
        Map.of(
            "{\"hiden\":4}", "there is no setting 'hiden'; is 'hidden' meant?",
            "{\"force\":true}", "there is no setting 'force'",
            "{\"lr\":0.1,\"lr\":0.2}", "'lr' stands twice",
            "{\"novelty-filter\":\"yes\"}", "'novelty-filter' is true or false",
            "{\"lr\":null}", "is no file of settings",
            "{'lr':1}", "is no file of settings",
            "{} {}", "is no file of settings",
            "lr = 1", "is no file of settings");
    for (Map.Entry<String, String> entry : wrong.entrySet()) {
      CommandRun run = CommandRun.of("train", "--print-config", "--config", config(entry.getKey()));
      assertEquals(2, run.exitCode(), run.err());
      assertTrue(run.err().contains(entry.getValue()), run.err());
      assertTrue(run.err().contains("#cli-config"), run.err());
    }
    CommandRun ranges = CommandRun.of("train", "--config", config("{\"hidden\":\"many\"}"));
    assertEquals(2, ranges.exitCode(), ranges.err());
    assertTrue(ranges.err().contains("--hidden"), ranges.err());
    CommandRun none = CommandRun.of("train", "--config", folder.resolve("none.json"));
    assertEquals(2, none.exitCode(), none.err());
    assertTrue(none.err().contains("#cli-config"), none.err());
  }

  @Test
  void anOutFolderIsStillNeededToTrain() {
    CommandRun run = CommandRun.of("train");
    assertEquals(2, run.exitCode(), run.err());
    assertTrue(run.err().contains("--out"), run.err());
  }
}
