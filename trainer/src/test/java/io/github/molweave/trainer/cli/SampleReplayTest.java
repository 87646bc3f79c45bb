package io.github.molweave.trainer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.modelfile.ModelId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code sample --replay}: the molecules of a page's link. */
final class SampleReplayTest {
  private static final String ID = ModelId.of(TinyModel.model()).substring(0, 8);

  @TempDir private Path home;

  @BeforeEach
  void shipAModel() throws IOException {
    Path models = Files.createDirectories(home.resolve(ModelChoice.SHIPPED));
    Files.writeString(models.resolve("index.json"), "{\"default\": \"tiny.safetensors\"}");
    Files.writeString(models.resolve("another.safetensors"), "no model, and first by name");
    TinyModel.writeTo(models.resolve("tiny.safetensors"));
    TinyModel.writeTo(models.resolveSibling("mine.safetensors"));
    System.setProperty(ModelChoice.HOME_PROPERTY, home.toString());
  }

  @AfterEach
  void leaveHome() {
    System.clearProperty(ModelChoice.HOME_PROPERTY);
  }

  private static CommandRun replay(String link, Object... more) {
    Object[] words = new Object[more.length + 3];
    words[0] = "sample";
    words[1] = "--replay";
    words[2] = link;
    System.arraycopy(more, 0, words, 3, more.length);
    return CommandRun.of(words);
  }

  @Test
  void followsEachSettingOfTheLink() {
    CommandRun plain =
        CommandRun.of(
            "sample",
            "--count",
            20,
            "--seed",
            7,
            "--temperature",
            1.5,
            "--top-p",
            0.9,
            "--top-k",
            5,
            "--prefix",
            "ClC",
            "--validity",
            "off");
    assertEquals(20, plain.out().lines().count(), plain.err());
    String settings = "&num=1&seed=7&T=1.5&n=20&p=0.9&k=5&valid=off&prefix=ClC&lang=de";
    for (String model : new String[] {"", "&model=tiny", "&model=mine.safetensors", "&id=" + ID}) {
      CommandRun run = replay("http://127.0.0.1:8080/#v1" + model + settings);
      assertEquals(plain.out(), run.out(), run.err());
    }
  }

  @Test
  void takesThePagesValuesForWhatTheLinkLeavesOut() {
    CommandRun plain = CommandRun.of("sample", "--count", 5, "--seed", 3, "--temperature", 0.8);
    assertEquals(plain.out(), replay("#v1&seed=3").out());
    assertEquals(12, replay("#v1&seed=3", "--count", 12).out().lines().count());
    CommandRun named =
        replay(
            "#v1&model=gone&seed=3",
            "--model",
            home.resolve(ModelChoice.SHIPPED).resolve("tiny.safetensors"));
    assertEquals(plain.out(), named.out(), named.err());
  }

  @Test
  void drawsNothingWhereTheMoleculesWouldDiffer() {
    String[][] cases = {
      {"CCO", "link-version", "2"},
      {"#v2&seed=7", "link-version", "2"},
      {"#v1&seed=7&prefix=" + "C".repeat(5000), "link-long", "2"},
      {"#v1&seed=7&temperature=1", "link-unknown-key", "2"},
      {"#v1&seed=7&seed=8", "link-twice", "2"},
      {"#v1&seed=7&T=-1", "link-value", "2"},
      {"#v1&T=1", "link-no-seed", "2"},
      {"#v1&seed=7&model=gone", "link-model", "4"},
      {"#v1&seed=7&model=another", "model-another-format", "4"},
      {"#v1&seed=7&id=00000000", "link-other-model", "4"},
      {"#v1&seed=7&num=9999", "link-numeric-version", "4"},
      {"#v1&seed=7&prefix=CBr", "cli-option", "2"},
    };
    for (String[] wrong : cases) {
      CommandRun run = replay(wrong[0]);
      assertTrue(run.err().contains("#" + wrong[1]), wrong[1] + ": " + run.err());
      assertEquals(Integer.parseInt(wrong[2]), run.exitCode(), run.err());
      assertEquals("", run.out());
    }
    assertEquals(2, replay("#v1&seed=7", "--seed", 7).exitCode());
    assertEquals(0, replay("#v1&seed=7", "--format", "csv", "--threads", 2).exitCode());
  }
}
