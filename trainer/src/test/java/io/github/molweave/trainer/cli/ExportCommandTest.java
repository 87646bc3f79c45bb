package io.github.molweave.trainer.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.modelfile.ModelFile.Precision;
import io.github.molweave.modelfile.ModelFileReader;
import io.github.molweave.modelfile.ModelId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExportCommandTest {
  @TempDir private Path folder;
  private Path run;
  private Path model;

  @BeforeEach
  void writeModel() throws IOException {
    run = Files.createDirectory(folder.resolve("run"));
    model = TinyModel.writeTo(run.resolve("model.safetensors"));
  }

  private static Precision precisionOf(Path file) throws IOException {
    return ModelFileReader.read(Files.readAllBytes(file)).precision();
  }

  @Test
  void writesASmallFileThatDrawsTheSameMolecules() throws IOException {
    Path small = folder.resolve("small.safetensors");
    CommandRun export = CommandRun.of("export", run, "--out", small);
    assertEquals(0, export.exitCode(), export.err());
    assertEquals("", export.out());
    assertTrue(export.err().contains(ModelId.of(TinyModel.model())), export.err());
    assertEquals(Precision.INT8, precisionOf(small));
    String molecules = CommandRun.of("sample", "--model", run, "--count", 50).out();
    assertEquals(50, molecules.lines().count());
    assertEquals(molecules, CommandRun.of("sample", "--model", small, "--count", 50).out());
  }

  @Test
  void keepsFullPrecisionWhenAskedTo() throws IOException {
    Path full = folder.resolve("full.safetensors");
    CommandRun.of("export", run, "--out", full, "--precision", "f32");
    assertArrayEquals(Files.readAllBytes(model), Files.readAllBytes(full));
  }

  @Test
  void addsWordsAndMeasurementsToTheCard() throws IOException {
    Path out = folder.resolve("measured.safetensors");
    Path corpus = Files.writeString(folder.resolve("corpus.smi"), "CC\nC\nCCO\n");
    CommandRun export =
        CommandRun.of(
            "export",
            run,
            "--out",
            out,
            "--card",
            "licence=CC0",
            "--valid",
            corpus,
            "--samples",
            40,
            "--train",
            corpus);
    assertEquals(0, export.exitCode(), export.err());
    Map<String, String> card = ModelFileReader.read(Files.readAllBytes(out)).card();
    assertEquals("CC0", card.get("licence"));
    String nll = card.get("validation NLL per token as it runs, int8 (nats)");
    assertTrue(nll.endsWith(" (3 molecules)"), nll);
    assertTrue(card.get("raw samples").startsWith("40 at T = 1, seed 0: "), card.toString());
    assertTrue(card.get("raw samples").contains(" stand in the training set"), card.toString());
    assertTrue(export.err().contains("40 molecules drawn"), export.err());
    assertEquals(
        ModelId.of(TinyModel.model()), ModelId.of(ModelFileReader.read(Files.readAllBytes(out))));
  }

  @Test
  void refusesATrainingSetWithoutSamplesToLookUp() throws IOException {
    Path corpus = Files.writeString(folder.resolve("corpus.smi"), "CC\n");
    Path out = folder.resolve("x");
    assertEquals(2, CommandRun.of("export", run, "--out", out, "--train", corpus).exitCode());
    assertFalse(Files.exists(out));
  }

  @Test
  void cannotGiveBackPrecisionThatIsLost() {
    Path small = folder.resolve("small.safetensors");
    CommandRun.of("export", run, "--out", small);
    Path full = folder.resolve("full.safetensors");
    CommandRun lost = CommandRun.of("export", small, "--out", full, "--precision", "f32");
    assertEquals(2, lost.exitCode(), lost.err());
    assertFalse(Files.exists(full));
  }

  @Test
  void replacesNothingUnasked() throws IOException {
    Path thesis = Files.writeString(folder.resolve("thesis.tex"), "mine");
    assertEquals(2, CommandRun.of("export", run, "--out", thesis).exitCode());
    assertEquals("mine", Files.readString(thesis));
    assertEquals(0, CommandRun.of("export", run, "--out", thesis, "--force").exitCode());
    assertEquals(Precision.INT8, precisionOf(thesis));
  }

  @Test
  void refusesAFolderWithoutAModel() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Path out = folder.resolve("x");
    CommandRun none = CommandRun.of("export", empty, "--out", out);
    assertEquals(4, none.exitCode(), none.err());
    assertTrue(none.err().contains("#cli-model-unreadable"), none.err());
    assertFalse(Files.exists(out));
  }

  @Test
  void showsWhatAFileSays() {
    CommandRun inspect = CommandRun.of("inspect", run);
    assertEquals(0, inspect.exitCode(), inspect.err());
    String text = inspect.out();
    assertTrue(text.contains("model: " + ModelId.of(TinyModel.model())), text);
    assertTrue(text.contains("network: gru-reset-after, 1 layer"), text);
    assertTrue(text.contains("sizes: 8 units, embedding 4, vocabulary 8"), text);
    assertTrue(text.contains("end: <end> (id 1)"), text);
    assertTrue(text.contains("  name: tiny"), text);
    assertTrue(text.contains("  terms: first line\n    second line\n"), text);
    assertTrue(text.contains("  rnn.weight_hh_l0: F32 24 x 8"), text);
  }
}
