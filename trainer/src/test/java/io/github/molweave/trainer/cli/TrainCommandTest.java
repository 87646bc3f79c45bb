package io.github.molweave.trainer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.modelfile.ModelFileReader;
import io.github.molweave.modelfile.ModelId;
import io.github.molweave.novelty.NoveltyFile;
import io.github.molweave.novelty.NoveltyFilter;
import io.github.molweave.smiles.Smiles;
import io.github.molweave.tokens.Notation;
import io.github.molweave.trainer.checkpoint.RunFolder;
import io.github.molweave.trainer.checkpoint.RunLock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TrainCommandTest {
  private static final String GOOD = "CCO\nCCN\nc1ccccc1\nCC(=O)O\nCCCl\n";

  @TempDir private Path folder;

  private Path out() {
    return folder.resolve("run");
  }

  private Path file(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private Path good() throws IOException {
    return file("good.smi", GOOD.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] gzip(String content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return packed.toByteArray();
  }

  /** Every way in which a corpus can be bad, with what must be said of it. */
  private enum BadCorpus {
    MISSING("none.smi", "corpus-missing", "none.smi"),
    FOLDER("folder.smi", "corpus-unreadable", "folder.smi"),
    EMPTY("empty.smi", "corpus-empty", "empty.smi"),
    BINARY("binary.smi", "corpus-binary", "binary.smi"),
    CUT_GZIP("cut.smi.gz", "corpus-gzip", "cut.smi.gz"),
    UNKNOWN_ELEMENT("xx.smi", "corpus-lines", "xx.smi line 2: unknown element: 'Xx'"),
    LONG_LINE("long.smi", "corpus-lines", "long.smi line 2: line too long"),
    NO_COLUMN("table.csv", "corpus-column", "id | structure"),
    OPEN_QUOTE("quote.csv", "corpus-table", "quote.csv"),
    ALL_TOO_LONG("wide.smi", "corpus-nothing-left", "more tokens than --max-length");

    private final String name;
    private final String helpId;
    private final String words;

    BadCorpus(String name, String helpId, String words) {
      this.name = name;
      this.helpId = helpId;
      this.words = words;
    }

    private byte[] content() throws IOException {
      byte[] noise = new byte[5000];
      new Random(3).nextBytes(noise);
      byte[] packed = gzip(GOOD.repeat(100));
      return switch (this) {
        case MISSING, FOLDER, EMPTY -> new byte[0];
        case BINARY -> noise;
        case CUT_GZIP -> Arrays.copyOf(packed, packed.length - 9);
        case UNKNOWN_ELEMENT -> GOOD.replace("CCN", "CC[Xx]").getBytes(StandardCharsets.UTF_8);
        case LONG_LINE -> GOOD.replace("CCN", "C".repeat(1 << 20)).getBytes(StandardCharsets.UTF_8);
        case NO_COLUMN -> "id,structure\n1,CCO\n".getBytes(StandardCharsets.UTF_8);
        case OPEN_QUOTE -> "smiles,id\nCCO,\"1\n".getBytes(StandardCharsets.UTF_8);
        case ALL_TOO_LONG -> ("C".repeat(300) + "\n").getBytes(StandardCharsets.UTF_8);
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusesABadCorpusInWordsAndWritesNothing(BadCorpus bad) throws IOException {
    Path corpus = folder.resolve(bad.name);
    if (bad == BadCorpus.FOLDER) {
      Files.createDirectory(corpus);
    } else if (bad != BadCorpus.MISSING) {
      Files.write(corpus, bad.content());
    }
    CommandRun run = CommandRun.of("train", "--corpus", corpus, "--out", out());
    assertEquals(3, run.exitCode(), run.err());
    assertTrue(run.err().startsWith("molweave: "), run.err());
    assertTrue(run.err().contains(bad.words), run.err());
    assertTrue(run.err().contains("docs/troubleshooting.md#" + bad.helpId), run.err());
    assertFalse(run.err().contains("\tat "), run.err());
    assertEquals("", run.out());
    assertFalse(Files.exists(out()), "nothing half-written");
  }

  @Test
  void trainsToAFolderWithModelCheckpointAndReport() throws IOException {
    CommandRun run =
        CommandRun.of(
            "train",
            "--corpus",
            good(),
            "--out",
            out(),
            "--hidden",
            8,
            "--embedding",
            4,
            "--epochs",
            2,
            "--batch",
            2);
    assertEquals(0, run.exitCode(), run.err());
    assertEquals("", run.out());
    assertTrue(run.err().contains("epoch 2: "), run.err());
    byte[] model = Files.readAllBytes(out().resolve("model.safetensors"));
    assertEquals(8, ModelFileReader.read(model).architecture().hiddenSize());
    String report = Files.readString(out().resolve("corpus.json"));
    assertEquals(4, JsonParser.parseString(report).getAsJsonObject().get("training").getAsInt());
    assertTrue(Files.exists(out().resolve("checkpoint.bin")));
    assertFalse(Files.exists(out().resolve("model.novelty")), "never unasked");

    CommandRun again = CommandRun.of("train", "--corpus", good(), "--out", out());
    assertEquals(2, again.exitCode(), again.err());
    assertTrue(again.err().contains("#run-folder-occupied"), again.err());
  }

  @Test
  void trainsOnOtherSpellingsInSelfiesAndSamplesSmiles() throws IOException {
    List<Object> words = new ArrayList<>(List.of("train", "--corpus", good(), "--out", out()));
    words.addAll(List.of("--hidden", 8, "--embedding", 4, "--epochs", 3, "--novelty-filter"));
    words.addAll(List.of("--notation", "selfies", "--augment", 4));
    CommandRun run = CommandRun.of(words.toArray());
    assertEquals(0, run.exitCode(), run.err());
    Path file = out().resolve("model.safetensors");
    ModelFile model = ModelFileReader.read(Files.readAllBytes(file));
    assertEquals(Notation.SELFIES, model.notation());
    assertTrue(model.vocabulary().tokens().contains("[=O]"), model.vocabulary().tokens()::toString);
    CommandRun drawn = CommandRun.of("sample", "--model", file, "--count", 20);
    assertEquals(0, drawn.exitCode(), drawn.err());
    assertEquals(20, drawn.out().lines().filter(Smiles::isValid).count(), drawn.out());
    CommandRun scored = CommandRun.of("score", "--model", file, "CCO");
    assertEquals(0, scored.exitCode(), scored.err());
    CommandRun resumed = CommandRun.of(with(words, "--resume"));
    assertEquals(0, resumed.exitCode(), resumed.err());
    words.set(words.size() - 1, 5);
    CommandRun other = CommandRun.of(with(words, "--resume"));
    assertEquals(2, other.exitCode(), other.err());
    assertTrue(other.err().contains("#checkpoint-other-run"), other.err());
  }

  private static Object[] with(List<Object> words, Object more) {
    List<Object> all = new ArrayList<>(words);
    all.add(more);
    return all.toArray();
  }

  @Test
  void writesTheNoveltyFilterOfWhatWasTrainedOnWhenAskedTo() throws IOException {
    List<Object> words = new ArrayList<>(List.of("train", "--corpus", good(), "--out", out()));
    words.addAll(List.of("--hidden", 8, "--embedding", 4, "--epochs", 1, "--novelty-filter"));
    CommandRun run = CommandRun.of(words.toArray());
    assertEquals(0, run.exitCode(), run.err());
    Path file = out().resolve("model.novelty");
    NoveltyFilter filter = NoveltyFile.read(Files.readAllBytes(file));
    byte[] model = Files.readAllBytes(out().resolve("model.safetensors"));
    assertEquals(ModelId.of(ModelFileReader.read(model)), filter.modelId());
    assertEquals(4, filter.keys());
    assertTrue(run.err().contains("The novelty filter is " + file), run.err());
  }

  @Test
  void skipsBadLinesWhenAskedTo() throws IOException {
    Path mixed = file("mixed.smi", (GOOD + "CC[Xx]\n").getBytes(StandardCharsets.UTF_8));
    CommandRun run =
        CommandRun.of(
            "train",
            "--corpus",
            mixed,
            "--on-invalid",
            "skip",
            "--out",
            out(),
            "--hidden",
            4,
            "--embedding",
            2,
            "--epochs",
            1);
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.err().contains("1  dropped: unknown element"), run.err());
    assertTrue(run.err().contains("mixed.smi line 6"), run.err());
  }

  @Test
  void refusesAFolderOfSomebodyElse() throws IOException {
    Files.createDirectory(out());
    Files.writeString(out().resolve("thesis.tex"), "mine");
    CommandRun run = CommandRun.of("train", "--corpus", good(), "--out", out());
    assertEquals(2, run.exitCode(), run.err());
    assertTrue(run.err().contains("#cli-target-taken"), run.err());
    assertEquals(List.of("thesis.tex"), List.of(out().toFile().list()));
    Path file = file("file", new byte[1]);
    assertEquals(2, CommandRun.of("train", "--corpus", good(), "--out", file).exitCode());
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void saysWhenNothingCanBeWrittenThere() throws IOException {
    // Even root can make no folder in /proc.
    Path out = Path.of("/proc/molweave-test");
    CommandRun run = CommandRun.of("train", "--corpus", good(), "--out", out);
    assertEquals(1, run.exitCode(), run.err());
    assertTrue(run.err().contains("#run-folder-unwritable"), run.err());
    assertTrue(run.err().contains(out.toString()), run.err());
  }

  @Test
  void saysAtOnceThatAnotherProcessIsTrainingThere() throws Exception {
    RunLock other = new RunFolder(out()).take();
    try {
      CommandRun run =
          CommandRun.of("train", "--corpus", folder.resolve("none.smi"), "--out", out());
      assertEquals(2, run.exitCode(), run.err());
      assertTrue(run.err().contains("#run-folder-locked"), run.err());
    } finally {
      other.close();
    }
  }

  @Test
  void refusesToResumeWhatWasNeverBegun() throws IOException {
    CommandRun run = CommandRun.of("train", "--corpus", good(), "--out", out(), "--resume");
    assertEquals(2, run.exitCode(), run.err());
    assertTrue(run.err().contains("#checkpoint-missing"), run.err());
    assertFalse(Files.exists(out()));
  }

  @Test
  void namesTheOptionThatIsWrong() throws IOException {
    String[][] cases = {
      {"--lr", "0", "lr must be"},
      {"--hidden", "1025", "hidden size must be 1..1024"},
      {"--epochs", "none", "--epochs"},
      {"--cell", "rnn", "gru-reset-before"},
      {"--valid-fraction", "0.9", "validation fraction"},
      {"--device", "abacus", "--device"},
      {"--log-every", "0", "log-every must be"},
      {"--sample-every", "-1", "sample-every must be"},
      {"--sample-count", "0", "sample-count must be"},
      {"--dropout", "1", "dropout must be"},
      {"--weight-decay", "-1", "weight-decay must be"},
      {"--warmup", "-1", "warmup must be"},
      {"--clip", "Infinity", "clip must be"},
      {"--patience", "-1", "patience must be"},
      {"--checkpoint-every", "10", "500steps"},
      {"--keep-checkpoints", "0", "keep-checkpoints must be"},
      {"--colour", "red", "--colour"}
    };
    for (String[] wrong : cases) {
      CommandRun run =
          CommandRun.of("train", "--corpus", good(), "--out", out(), wrong[0], wrong[1]);
      assertEquals(2, run.exitCode(), run.err());
      assertTrue(run.err().startsWith("molweave: "), run.err());
      assertTrue(run.err().contains(wrong[2]), run.err());
      assertFalse(Files.exists(out()));
    }
  }

  @Test
  void refusesACardThatThisBuildHasNoCodeForAndWritesNothing() throws IOException {
    CommandRun run = CommandRun.of("train", "--corpus", good(), "--out", out(), "--device", "cuda");
    assertEquals(2, run.exitCode(), run.err());
    assertTrue(run.err().contains("#device-cuda-not-built"), run.err());
    assertFalse(Files.exists(out()));
  }

  @Test
  void namesTheDeviceBeforeTheFirstEpoch() throws IOException {
    CommandRun run = CommandRun.of("train", "--corpus", good(), "--out", out(), "--epochs", "1");
    assertEquals(0, run.exitCode(), run.err());
    int device = run.err().indexOf("CPU, ND4J-onednn-");
    assertTrue(device >= 0, run.err());
    assertTrue(device < run.err().indexOf("epoch"), run.err());
    assertTrue(run.err().indexOf("Training on the processor (") < device, run.err());
  }

  @Test
  void showsWhereAnErrorAroseOnlyWhenAskedTo() {
    Object[] words = {"train", "--corpus", folder.resolve("none.smi"), "--out", out()};
    assertFalse(CommandRun.of(words).err().contains("\tat "));
    Object[] debugging = Arrays.copyOf(words, words.length + 1);
    debugging[words.length] = "--debug";
    assertTrue(CommandRun.of(debugging).err().contains("\tat "));
    CommandRun byVariable = CommandRun.with(Map.of("MOLWEAVE_DEBUG", "1"), words);
    assertTrue(byVariable.err().contains("\tat "));
  }
}
