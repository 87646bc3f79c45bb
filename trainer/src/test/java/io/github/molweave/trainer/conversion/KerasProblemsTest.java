package io.github.molweave.trainer.conversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.modelfile.ModelFileReader;
import io.github.molweave.modelfile.ModelFileWriter;
import io.github.molweave.modelfile.ModelId;
import io.github.molweave.network.CellKind;
import io.github.molweave.trainer.conversion.ConversionException.Problem;
import io.github.molweave.trainer.conversion.TokenOptions.Unnamed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The book's model with one thing changed. */
final class KerasProblemsTest {
  private static final TokenOptions NOTHING_SAID =
      new TokenOptions(null, null, null, List.of(), Map.of(), null, null, Unnamed.REFUSE);
  private static final String SHARD = "group1-shard1of1.bin";
  private static final String GRU_CALL = "[[[\"embedding\", 0, 0, {}]]]";

  @TempDir private Path folder;
  private String model;

  @BeforeEach
  void copyTheModel() throws IOException {
    for (String name : List.of("model.json", "config.json", SHARD)) {
      Files.copy(GoldenSteps.file("dream/" + name), folder.resolve(name));
    }
    model = Files.readString(folder.resolve("model.json"));
  }

  private Conversion convert(String json) throws IOException, ConversionException {
    Files.writeString(folder.resolve("model.json"), json);
    return Conversion.ofKeras(folder, null, NOTHING_SAID);
  }

  private String replaced(String from, String to) {
    assertTrue(model.contains(from), from);
    return model.replace(from, to);
  }

  private void assertProblem(Problem problem, String words, String json) {
    ConversionException thrown =
        assertThrows(ConversionException.class, () -> convert(json), words);
    assertEquals(problem, thrown.problem(), thrown.getMessage());
    assertTrue(thrown.getMessage().contains(words), thrown.getMessage());
  }

  @Test
  void theFileItselfMayBeNamed() throws ConversionException {
    Conversion named = Conversion.ofKeras(folder.resolve("model.json"), null, NOTHING_SAID);
    Conversion whole = Conversion.ofKeras(folder, null, NOTHING_SAID);
    assertEquals(ModelId.of(whole.model()), ModelId.of(named.model()));
  }

  @Test
  void theStateMayBeAnInputAndAnOutput() throws IOException, ConversionException {
    String state =
        replaced(GRU_CALL, "[[[\"embedding\", 0, 0, {}], [\"input_2\", 0, 0, {}]]]")
            .replace(
                "{\"class_name\": \"GRU\"",
                "{\"class_name\": \"InputLayer\", \"config\": {\"name\": \"input_2\"}, \"name\":"
                    + " \"input_2\", \"inbound_nodes\": []}, {\"class_name\": \"GRU\"")
            .replace("[[\"dense\", 0, 0]]", "[[\"dense\", 0, 0], [\"gru_0\", 0, 1]]");
    assertEquals(CellKind.GRU_RESET_BEFORE, convert(state).model().architecture().cell());
  }

  @Test
  void anOldModelWithoutResetAfterIsKnownByItsBias() throws IOException, ConversionException {
    String old = replaced(", \"reset_after\": false", "");
    assertEquals(CellKind.GRU_RESET_BEFORE, convert(old).model().architecture().cell());
  }

  @Test
  void aCounterAmongTheWeightsOfDropoutIsPassedOver() throws IOException, ConversionException {
    Files.write(folder.resolve("more.bin"), new byte[8]);
    String counted =
        replaced(
            "\"weightsManifest\": [",
            "\"weightsManifest\": [{\"paths\": [\"more.bin\"], \"weights\": [{\"name\":"
                + " \"dropout/seed\", \"shape\": [2], \"dtype\": \"int32\"}]}, ");
    assertEquals(26, convert(counted).model().vocabulary().size());
  }

  @Test
  void layersThatAreNotOursAreRefusedByName() {
    assertProblem(
        Problem.NOT_SUPPORTED,
        "of class 'TimeDistributed'",
        replaced(
            "{\"class_name\": \"GRU\", \"config\": {",
            "{\"class_name\": \"TimeDistributed\", \"config\": {\"layer\": {\"class_name\": \"GRU\","
                + " \"config\": {\"name\": \"x\"}}, "));
    assertProblem(
        Problem.NOT_SUPPORTED,
        "the layer 'gru_0' of class 'SimpleRNN'",
        replaced("\"class_name\": \"GRU\"", "\"class_name\": \"SimpleRNN\""));
    assertProblem(
        Problem.NOT_SUPPORTED,
        "'Bidirectional'",
        replaced("\"class_name\": \"GRU\"", "\"class_name\": \"Bidirectional\""));
    assertProblem(
        Problem.NOT_SUPPORTED,
        "it is '[Embedding, GRU, Dropout]'",
        replaced("\"class_name\": \"Dense\"", "\"class_name\": \"Dropout\""));
    assertProblem(
        Problem.NOT_SUPPORTED,
        "the recurrent_activation 'hard_sigmoid'",
        replaced(
            "\"recurrent_activation\": \"sigmoid\"", "\"recurrent_activation\": \"hard_sigmoid\""));
    assertProblem(
        Problem.NOT_SUPPORTED,
        "the activation 'relu'; Molweave has linear or softmax",
        replaced("\"activation\": \"linear\"", "\"activation\": \"relu\""));
    assertProblem(
        Problem.NOT_SUPPORTED,
        "go_backwards switched on",
        replaced("\"go_backwards\": false", "\"go_backwards\": true"));
    assertProblem(
        Problem.TOPOLOGY,
        "does not say its recurrent_activation",
        replaced("\"recurrent_activation\": \"sigmoid\", ", ""));
  }

  @Test
  void onlyAPlainChainIsTaken() {
    assertProblem(
        Problem.NOT_SUPPORTED,
        "holds another model",
        replaced("{\"class_name\": \"GRU\"", "{\"class_name\": \"Sequential\""));
    assertProblem(
        Problem.NOT_SUPPORTED,
        "'gru_0' is beside the way",
        replaced("[[[\"gru_0\", 0, 0, {}]]]", GRU_CALL));
    assertProblem(
        Problem.NOT_SUPPORTED,
        "'gru_0' is used 2 times",
        replaced(GRU_CALL, "[[[\"embedding\", 0, 0, {}]], [[\"embedding\", 0, 0, {}]]]"));
    assertProblem(
        Problem.NOT_SUPPORTED,
        "'dense' joins several layers",
        replaced(
            "[[[\"gru_0\", 0, 0, {}]]]", "[[[\"gru_0\", 0, 0, {}], [\"embedding\", 0, 0, {}]]]"));
    assertProblem(
        Problem.NOT_SUPPORTED,
        "comes after itself",
        replaced("[[[\"input_3\", 0, 0, {}]]]", "[[[\"gru_0\", 0, 0, {}]]]"));
    assertProblem(
        Problem.NOT_SUPPORTED,
        "'nobody', which is not there",
        replaced(GRU_CALL, "[[[\"nobody\", 0, 0, {}]]]"));
    assertProblem(
        Problem.NOT_SUPPORTED,
        "no output of the model is a score",
        replaced("[[\"dense\", 0, 0]]", "[[\"gru_0\", 0, 0]]"));
    assertProblem(
        Problem.NOT_SUPPORTED,
        "'graph-model'",
        replaced("\"format\": \"layers-model\"", "\"format\": \"graph-model\""));
    assertProblem(
        Problem.NOT_SUPPORTED,
        "'Pipeline'",
        replaced("\"class_name\": \"Functional\"", "\"class_name\": \"Pipeline\""));
  }

  @Test
  void whatIsNotAModelsDescriptionIsRefused() throws IOException {
    assertProblem(Problem.NOT_JSON, "is a web page", "<!DOCTYPE html><html>");
    assertProblem(Problem.NOT_JSON, "git lfs pull", "version https://git-lfs.github.com/spec/v1");
    assertProblem(Problem.NOT_JSON, "cut short", model.substring(0, model.length() / 2));
    assertProblem(Problem.NOT_JSON, "is not JSON", model + "{}");
    assertProblem(Problem.NOT_JSON, "is not JSON", "[".repeat(100_000));
    assertProblem(
        Problem.NOT_JSON, "is not JSON", replaced("\"format\"", "\"format\": 1, \"format\""));
    assertProblem(Problem.NOT_JSON, "is not JSON", replaced(": 32", ": 1" + "0".repeat(5000)));
    assertProblem(Problem.TOPOLOGY, "lacks 'modelTopology'", "{}");
    assertProblem(Problem.TOPOLOGY, "should be an object", "[]");
    assertProblem(
        Problem.TOPOLOGY, "a whole number", replaced("\"input_dim\": 32", "\"input_dim\": -1"));
    Files.delete(folder.resolve("model.json"));
    ConversionException none =
        assertThrows(
            ConversionException.class, () -> Conversion.ofKeras(folder, null, NOTHING_SAID));
    assertEquals(Problem.UNREADABLE, none.problem());
  }

  @Test
  void weightsAndLayersMustAgree() {
    assertProblem(
        Problem.TENSOR_MISSING,
        "'dense/bias'",
        replaced("\"name\": \"dense/bias\"", "\"name\": \"dense/offset\""));
    assertProblem(
        Problem.TENSOR_EXTRA,
        "'Adam/dense_2/bias/m'",
        replaced("\"name\": \"dense/bias\"", "\"name\": \"Adam/dense_2/bias/m\""));
    assertProblem(
        Problem.TENSOR_SHAPE,
        "and [33, 16] belongs there",
        replaced("\"input_dim\": 32", "\"input_dim\": 33"));
    assertProblem(Problem.SIZE, "2000 hidden units", replaced("\"units\": 32", "\"units\": 2000"));
    assertProblem(
        Problem.TENSOR_SHAPE,
        "two biases (reset_after)",
        replaced("\"reset_after\": false", "\"reset_after\": true"));
    assertProblem(
        Problem.TENSOR_TYPE,
        "'float64'",
        replaced("\"dtype\": \"float32\"}", "\"dtype\": \"float64\"}"));
    assertProblem(
        Problem.MANIFEST,
        "more elements than any network",
        replaced("\"shape\": [32, 16]", "\"shape\": [2147483647, 2147483647]"));
    assertProblem(
        Problem.MANIFEST,
        "is listed twice",
        replaced("\"gru_0/gru_cell_0/kernel\"", "\"gru_0/gru_cell_0/recurrent_kernel\""));
  }

  @Test
  void filesOfWeightsMustBeThereAndWhole() throws IOException {
    for (String name :
        List.of("../" + SHARD, "/etc/passwd", "..", "", "a/b.bin", "c:\\\\b.bin", "a\\u0000b")) {
      assertProblem(Problem.SHARD_NAME, "plain name", replaced(SHARD, name));
    }
    assertProblem(Problem.SHARD_MISSING, "other.bin", replaced(SHARD, "other.bin"));
    Path shard = folder.resolve(SHARD);
    byte[] whole = Files.readAllBytes(shard);
    for (int length : new int[] {0, whole.length - 1, whole.length + 1}) {
      Files.write(shard, Arrays.copyOf(whole, length));
      assertProblem(Problem.SHARD_LENGTH, "bytes", model);
    }
    byte[] notANumber = whole.clone();
    notANumber[3] = (byte) 0x7f;
    notANumber[2] = (byte) 0xc0;
    Files.write(shard, notANumber);
    assertProblem(Problem.NOT_FINITE, "element 0 of the tensor 'dense/kernel'", model);
    Files.delete(shard);
    Files.createDirectory(shard);
    assertProblem(Problem.UNREADABLE, "is a folder", model);
  }

  @Test
  void aModelWithoutAListOfItsTokensAsksForOne() throws IOException {
    Files.delete(folder.resolve("config.json"));
    assertProblem(Problem.VOCABULARY_MISSING, "--vocabulary", model);
  }

  @Test
  void whateverIsDamagedHasAName() throws IOException {
    String tokens = Files.readString(folder.resolve("config.json"));
    Random random = new Random(1);
    int refused = 0;
    for (int round = 0; round < 400; round++) {
      String json = round % 3 == 0 ? model : Damage.of(model, random);
      String list = round % 3 == 0 ? Damage.of(tokens, random) : tokens;
      Files.writeString(folder.resolve("config.json"), list);
      try {
        ModelFileReader.read(ModelFileWriter.write(convert(json).model()));
      } catch (ConversionException named) {
        refused++;
      }
    }
    assertTrue(refused > 200, refused + " of 400 were refused");
  }
}
