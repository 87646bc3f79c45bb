package io.github.molweave.trainer.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.modelfile.ModelFile.LengthRange;
import io.github.molweave.modelfile.ModelFileReader;
import io.github.molweave.modelfile.ModelFileWriter;
import io.github.molweave.modelfile.ModelId;
import io.github.molweave.modelfile.Quantisation;
import io.github.molweave.modelfile.Tensor;
import io.github.molweave.tokens.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code train --init} on {@link TinyModel}, which knows = C Cl N O and [nH]. */
final class TrainInitTest {
  @TempDir private Path folder;
  private Path model;
  private Path known;

  @BeforeEach
  void writeFiles() throws IOException {
    model = TinyModel.writeTo(folder.resolve("tiny.safetensors"));
    known = Files.writeString(folder.resolve("known.smi"), "CCO\nCCN\nCC=O\nCCCl\nNCCO\n");
  }

  private CommandRun train(String name, Path from, Path corpus, Object... more) {
    List<Object> words = new ArrayList<>(List.of("train", "--init", from, "--corpus", corpus));
    words.addAll(List.of("--out", folder.resolve(name), "--batch", 2));
    words.addAll(Arrays.asList(more));
    if (!words.contains("--epochs")) {
      words.addAll(List.of("--epochs", 2));
    }
    return CommandRun.of(words.toArray());
  }

  private ModelFile trained(String name) throws IOException {
    return ModelFileReader.read(
        Files.readAllBytes(folder.resolve(name).resolve("model.safetensors")));
  }

  private static float[] values(ModelFile file, String tensor) {
    return ((Tensor.F32) file.tensors().get(tensor)).values();
  }

  @Test
  void beginsWithTheWeightsOfTheModelAndKeepsItsNetworkAndTokens() throws IOException {
    CommandRun run = train("run", model, known, "--lr", "1e-6");
    assertEquals(0, run.exitCode(), run.err());
    String id = ModelId.of(TinyModel.model());
    assertTrue(run.err().contains("Begins from model " + id + " (full precision)"), run.err());
    ModelFile result = trained("run");
    assertEquals(TinyModel.model().architecture(), result.architecture());
    assertEquals(TinyModel.model().vocabulary().tokens(), result.vocabulary().tokens());
    assertEquals("model " + id, result.card().get("began from"));
    for (Tensor tensor : result.tensorList()) {
      float[] before = values(TinyModel.model(), tensor.name());
      // Four steps of Adam at 1e-6 move no weight by more than about 4e-6.
      assertArrayEquals(before, values(result, tensor.name()), 1e-5f, tensor.name());
    }
    assertFalse(
        Arrays.equals(values(TinyModel.model(), "output.bias"), values(result, "output.bias")));
  }

  @Test
  void isNeverWorseThanItsStart() throws IOException {
    Path held = Files.copy(known, folder.resolve("held.smi"));
    Path good = folder.resolve("good");
    Object[] longer = {"--valid", held, "--epochs", 40, "--lr", "0.02", "--sample-every", 0};
    CommandRun first = train("good", model, known, longer);
    assertEquals(0, first.exitCode(), first.err());
    Object[] wild = {
      "--valid", held, "--epochs", 9, "--lr", 1, "--patience", 2, "--sample-every", 0
    };
    CommandRun run = train("run", good, known, wild);
    assertEquals(0, run.exitCode(), run.err());

    ModelFile start = trained("good");
    ModelFile kept = trained("run");
    assertEquals(ModelId.of(start), ModelId.of(kept), "no epoch was better");
    String measured = kept.card().get("validation NLL per token (nats)");
    assertEquals(
        Double.parseDouble(start.card().get("validation NLL per token (nats)")),
        Double.parseDouble(measured),
        1e-6);
    assertEquals("0", kept.card().get("epochs done"));
    assertTrue(kept.card().get("training NLL per token (nats)").startsWith("none"));
    List<String> talk = run.err().lines().toList();
    int told = talk.indexOf(talk.stream().filter(l -> l.contains("it is kept")).findFirst().get());
    assertTrue(talk.get(told - 1).startsWith("Training "), run.err());
    assertTrue(talk.get(told).contains(measured.substring(0, 4)), run.err());
    assertTrue(run.err().contains("Ended after epoch 2: none was better than the model"));

    List<String> lines = Files.readAllLines(folder.resolve("run").resolve("metrics.jsonl"));
    assertTrue(
        lines
            .get(0)
            .startsWith(
                "{\"kind\":\"epoch\",\"step\":0,\"epoch\":0,\"trainingLoss\":null,\"validationLoss\":"
                    + measured
                    + ",\"best\":true,"),
        lines.get(0));
    assertEquals(1, lines.stream().filter(line -> line.contains("\"best\":true")).count());
    String report = Files.readString(folder.resolve("run").resolve("report.html"));
    assertTrue(report.contains(">start best<"), report);
    assertTrue(report.contains("none was better than the model it began from."), report);

    CommandRun again = train("run", good, known, with(wild, "--resume"));
    assertEquals(0, again.exitCode(), again.err());
    assertEquals(ModelId.of(start), ModelId.of(trained("run")));
    assertFalse(again.err().contains("it is kept"), again.err());
  }

  private static Object[] with(Object[] words, Object more) {
    Object[] all = Arrays.copyOf(words, words.length + 1);
    all[words.length] = more;
    return all;
  }

  @Test
  void beginsWithAnInt8FileAndSaysSo() throws IOException {
    ModelFile rounded = Quantisation.quantise(TinyModel.model());
    Path file = Files.write(folder.resolve("int8.safetensors"), ModelFileWriter.write(rounded));
    CommandRun run = train("run", file, known, "--lr", "1e-6");
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.err().contains("an int8 file"), run.err());
    assertArrayEquals(
        values(TinyModel.model(), "output.weight"),
        values(trained("run"), "output.weight"),
        0.4f / 127);
  }

  @Test
  void refusesOptionsThatContradictTheModelByName() {
    CommandRun run = train("run", model, known, "--hidden", 9, "--embedding", 4, "--layers", 2);
    assertEquals(2, run.exitCode(), run.err());
    assertTrue(run.err().contains("--layers is 1, not 2, --hidden is 8, not 9."), run.err());
    assertFalse(run.err().contains("--embedding is"), run.err());
    assertFalse(Files.exists(folder.resolve("run")));
  }

  @Test
  void unknownTokensAreRefusedLeftOutOrAdded() throws IOException {
    Path strange = Files.writeString(folder.resolve("b.smi"), "CCO\nCCS\nCCN\nCCF\nCCC\nCNC\nCSN");
    CommandRun refused = train("run", model, strange);
    assertEquals(3, refused.exitCode(), refused.err());
    assertTrue(refused.err().contains("'S' 2 times, first on b.smi line 2"), refused.err());
    assertTrue(refused.err().contains("#corpus-unknown-tokens"), refused.err());
    assertFalse(Files.exists(folder.resolve("run")));

    CommandRun left = train("left", model, strange, "--on-invalid", "skip");
    assertEquals(0, left.exitCode(), left.err());
    assertTrue(left.err().contains("3  dropped: contains a token that the model"), left.err());
    assertEquals(8, trained("left").vocabulary().size());

    CommandRun added = train("added", model, strange, "--extend-vocabulary", "--valid-fraction", 0);
    assertEquals(0, added.exitCode(), added.err());
    assertTrue(added.err().contains("Added tokens: F S"), added.err());
    ModelFile wider = trained("added");
    assertEquals(List.of("F", "S"), wider.vocabulary().tokens().subList(8, 10));
    assertTrue(wider.card().get("began from").endsWith("; tokens added: F S"));
    CommandRun sample = CommandRun.of("sample", "--model", folder.resolve("added"), "--count", 3);
    assertEquals(0, sample.exitCode(), sample.err());
  }

  @Test
  void resumesOnlyFromTheSameModel() throws IOException {
    assertEquals(0, train("run", model, known).exitCode());
    CommandRun same = train("run", model, known, "--resume");
    assertEquals(0, same.exitCode(), same.err());
    assertEquals(0, train("other", model, known, "--lr", 0.1).exitCode());
    CommandRun other = train("run", folder.resolve("other"), known, "--resume");
    assertEquals(2, other.exitCode(), other.err());
    assertTrue(other.err().contains("--init was model " + ModelId.of(TinyModel.model())));
  }

  @Test
  void refusesAModelWithoutEndAndExtendingNothing() throws IOException {
    ModelFile tiny = TinyModel.model();
    Vocabulary endless =
        new Vocabulary(
            List.of("<start>", "S", "=", "C", "Cl", "N", "O", "[nH]"),
            0,
            Vocabulary.NONE,
            Vocabulary.NONE);
    ModelFile file =
        new ModelFile(
            tiny.architecture(),
            endless,
            tiny.notation(),
            new LengthRange(1, 9),
            tiny.card(),
            tiny.tensors());
    Path path = Files.write(folder.resolve("endless.safetensors"), ModelFileWriter.write(file));
    CommandRun run = train("run", path, known);
    assertEquals(2, run.exitCode(), run.err());
    assertTrue(run.err().contains("without END"), run.err());
    CommandRun alone =
        CommandRun.of("train", "--out", folder.resolve("run"), "--extend-vocabulary");
    assertEquals(2, alone.exitCode(), alone.err());
    assertTrue(alone.err().contains("--init"), alone.err());
    CommandRun none = train("run", folder.resolve("none"), known);
    assertEquals(4, none.exitCode(), none.err());
  }
}
