package io.github.molweave.trainer.conversion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.modelfile.ModelFileException;
import io.github.molweave.modelfile.ModelFileReader;
import io.github.molweave.modelfile.ModelFileWriter;
import io.github.molweave.modelfile.Tensor;
import io.github.molweave.network.CellKind;
import io.github.molweave.trainer.conversion.ConversionException.Problem;
import io.github.molweave.trainer.conversion.TokenOptions.Unnamed;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names and shapes of PyTorch's tensors, right and wrong. */
final class PyTorchProblemsTest {
  private static final TokenOptions NOTHING_SAID =
      new TokenOptions(null, null, null, List.of(), Map.of(), null, null, Unnamed.REFUSE);

  @TempDir private Path folder;

  private Conversion convert(SafetensorsText source, String... ignored)
      throws IOException, ConversionException {
    Path tokens = folder.resolve("tokens.txt");
    Files.writeString(tokens, "<start>\n<end>\nC\nN\nO\n=\n");
    return Conversion.ofPyTorch(
        source.writeTo(folder.resolve("net.safetensors")), Set.of(ignored), tokens, NOTHING_SAID);
  }

  private void assertProblem(Problem problem, String words, SafetensorsText source) {
    ConversionException thrown =
        assertThrows(ConversionException.class, () -> convert(source), words);
    assertEquals(problem, thrown.problem(), thrown.getMessage());
    assertTrue(thrown.getMessage().contains(words), thrown.getMessage());
  }

  private static float[] values(ModelFile model, String tensor) {
    return ((Tensor.F32) model.tensors().get(tensor)).values();
  }

  @Test
  void aHeaderThatIsNotPaddedIsRead() throws IOException, ConversionException {
    ModelFile model = convert(SafetensorsText.gru()).model();
    assertEquals(CellKind.GRU_RESET_AFTER, model.architecture().cell());
    assertTrue(SafetensorsText.gru().bytes()[0] % 8 != 0, "padded by chance");
  }

  @Test
  void fourRowsAColumnAreAnLstm() throws IOException, ConversionException {
    SafetensorsText lstm =
        new SafetensorsText()
            .add("emb.weight", 6, 3)
            .add("lstm.weight_ih_l0", 16, 3)
            .add("lstm.weight_hh_l0", 16, 4)
            .add("fc.weight", 6, 4);
    Conversion conversion = convert(lstm);
    assertEquals(CellKind.LSTM, conversion.model().architecture().cell());
    assertArrayEquals(new float[16], values(conversion.model(), "rnn.bias_hh_l0"));
    assertTrue(conversion.changes().contains("there is no output.bias; zeros stand for it"));
  }

  @Test
  void oneMatrixMayServeAtBothEnds() throws IOException, ConversionException {
    SafetensorsText tied =
        new SafetensorsText()
            .add("decoder.weight", 6, 4)
            .add("decoder.bias", 6)
            .add("rnn.weight_ih_l0", 12, 4)
            .add("rnn.weight_hh_l0", 12, 4);
    Conversion conversion = convert(tied);
    assertArrayEquals(
        values(conversion.model(), "embedding.weight"),
        values(conversion.model(), "output.weight"));
    assertTrue(conversion.changes().get(0).contains("tied weights"), conversion.changes().get(0));
  }

  @Test
  void tiedWeightsUnderTheEmbeddingsNameKeepTheOutputsBias()
      throws IOException, ConversionException {
    SafetensorsText tied =
        new SafetensorsText()
            .add("decoder.bias", 6)
            .add("encoder.weight", 6, 4)
            .add("rnn.weight_ih_l0", 12, 4)
            .add("rnn.weight_hh_l0", 12, 4);
    assertEquals(3 / 8f, values(convert(tied).model(), "output.bias")[3]);
  }

  @Test
  void aTensorThatIsIgnoredIsSaid() throws IOException, ConversionException {
    SafetensorsText critic = SafetensorsText.gru().add("critic.weight", 1, 4);
    assertProblem(Problem.TENSOR_EXTRA, "'critic.weight'", critic);
    Conversion conversion =
        convert(SafetensorsText.gru().add("critic.weight", 1, 4), "critic.weight");
    assertEquals(
        "the tensor 'critic.weight' was left out, as asked for", conversion.changes().get(0));
    ConversionException none =
        assertThrows(
            ConversionException.class, () -> convert(SafetensorsText.gru(), "no such tensor"));
    assertEquals(Problem.TENSOR_MISSING, none.problem());
  }

  @Test
  void extraTensorsAreNamed() {
    assertProblem(
        Problem.TENSOR_EXTRA,
        "'attention.v', 'value.bias'",
        SafetensorsText.gru().add("attention.v", 4).add("value.bias", 1));
  }

  @Test
  void partsThatAreMissingAreNamed() {
    assertProblem(
        Problem.TENSOR_MISSING, "no recurrent layer", new SafetensorsText().add("a.weight", 6, 3));
    assertProblem(
        Problem.TENSOR_MISSING, "no weight_hh", SafetensorsText.gru().without("weight_hh"));
    assertProblem(
        Problem.TENSOR_MISSING,
        "layer 1 of 'rnn.' is missing, and layer 2",
        SafetensorsText.gru().add("rnn.weight_ih_l2", 12, 4).add("rnn.weight_hh_l2", 12, 4));
    assertProblem(Problem.TENSOR_MISSING, "no embedding", SafetensorsText.gru().without("emb."));
    assertProblem(Problem.TENSOR_MISSING, "no output", SafetensorsText.gru().without("out."));
  }

  @Test
  void whatCannotBeToldApartIsNamed() {
    assertProblem(
        Problem.TENSOR_AMBIGUOUS,
        "the same part of one layer",
        SafetensorsText.gru().add("rnn.weight_ih", 12, 3));
    assertProblem(
        Problem.TENSOR_AMBIGUOUS,
        "'emb.weight', 'emb2.weight'",
        SafetensorsText.gru().add("emb2.weight", 6, 3));
    assertProblem(
        Problem.TENSOR_AMBIGUOUS,
        "'decoder.', 'rnn.'",
        SafetensorsText.gru()
            .add("decoder.weight_ih_l0", 12, 3)
            .add("decoder.weight_hh_l0", 12, 4));
  }

  @Test
  void shapesThatDoNotFitAreNamed() {
    assertProblem(
        Problem.TENSOR_SHAPE,
        "5 rows",
        SafetensorsText.gru().without("emb").add("emb.weight", 5, 3));
    assertProblem(
        Problem.TENSOR_SHAPE,
        "[11]",
        SafetensorsText.gru().without("bias_hh").add("rnn.bias_hh_l0", 11));
    assertProblem(
        Problem.TENSOR_SHAPE,
        "GRU has 3 rows for each column",
        SafetensorsText.gru().without("weight_hh").add("rnn.weight_hh_l0", 10, 4));
    assertProblem(Problem.TENSOR_SHAPE, "bytes", SafetensorsText.gru().with("[6]", "[7]"));
    assertProblem(
        Problem.TENSOR_SHAPE, "bytes", SafetensorsText.gru().with("[6]", "[999999999999999]"));
    assertProblem(
        Problem.TENSOR_SHAPE,
        "[12, 4] belongs there",
        SafetensorsText.gru().add("rnn.weight_ih_l1", 12, 5).add("rnn.weight_hh_l1", 12, 4));
  }

  @Test
  void sizesBeyondTheEnginesAreRefusedBeforeAnythingIsRead() {
    SafetensorsText wide =
        new SafetensorsText()
            .add("emb.weight", 6, 3)
            .add("rnn.weight_ih_l0", 3 * 1025, 3)
            .add("rnn.weight_hh_l0", 3 * 1025, 1025)
            .add("out.weight", 6, 1025);
    assertProblem(Problem.SIZE, "1025 hidden units", wide);
  }

  @Test
  void networksThatAreNotOursAreRefusedByName() {
    assertProblem(
        Problem.NOT_SUPPORTED,
        "bidirectional",
        SafetensorsText.gru().add("rnn.weight_ih_l0_reverse", 12, 3));
    assertProblem(
        Problem.NOT_SUPPORTED, "proj_size", SafetensorsText.gru().add("rnn.weight_hr_l0", 2, 4));
    assertProblem(
        Problem.NOT_SUPPORTED,
        "layer normalisation: the tensor 'LayerNorm.weight'",
        SafetensorsText.gru().add("LayerNorm.weight", 4));
    assertProblem(
        Problem.NOT_SUPPORTED,
        "layer normalisation: the metadata field 'layer_normalization'",
        SafetensorsText.gru().metadata("layer_normalization", "True"));
    assertProblem(
        Problem.NOT_SUPPORTED,
        "nn.RNN without gates",
        new SafetensorsText()
            .add("emb.weight", 6, 3)
            .add("rnn.weight_ih_l0", 4, 3)
            .add("rnn.weight_hh_l0", 4, 4)
            .add("out.weight", 6, 4));
  }

  @Test
  void ourOwnFilesNeedNoConversion() {
    assertProblem(
        Problem.ALREADY_MOLWEAVE, "already", SafetensorsText.gru().metadata("format", "molweave"));
  }

  @Test
  void weightsThatAreNoNumbersAreNamed() {
    assertProblem(
        Problem.NOT_FINITE,
        "element 0 of the tensor 'emb.weight'",
        SafetensorsText.gru().poison(Float.NaN));
    assertProblem(
        Problem.TENSOR_TYPE,
        "'I64'",
        SafetensorsText.gru().without("out.bias").typed("I64", 8, "out.bias", 6));
  }

  @Test
  void damagedFilesAreRefusedAsModelFilesAre() throws IOException {
    byte[] whole = SafetensorsText.gru().bytes();
    byte[] cut = Arrays.copyOf(whole, whole.length - 1);
    byte[] header = Arrays.copyOf(whole, 100);
    byte[] joined = Arrays.copyOf(whole, whole.length + 1);
    byte[] page = "<!doctype html>".getBytes(StandardCharsets.UTF_8);
    byte[] overlapping = SafetensorsText.gru().with("[0,72]", "[0,76]").bytes();
    byte[] gap = SafetensorsText.gru().with("[0,72]", "[0,68]").bytes();
    byte[] backwards = SafetensorsText.gru().with("[0,72]", "[72,0]").bytes();
    for (byte[] file : List.of(cut, header, joined, page, overlapping, gap, backwards)) {
      Path path = Files.write(folder.resolve("broken"), file);
      assertThrows(
          ModelFileException.class, () -> Conversion.ofPyTorch(path, Set.of(), path, NOTHING_SAID));
    }
  }

  @Test
  void aPickleIsNotOpened() throws IOException {
    Path pickle = Files.writeString(folder.resolve("prior.pt"), "PK\3\4 and so on");
    ConversionException thrown =
        assertThrows(
            ConversionException.class,
            () -> Conversion.ofPyTorch(pickle, Set.of(), pickle, NOTHING_SAID));
    assertEquals(Problem.NOT_SAFETENSORS, thrown.problem());
    assertTrue(thrown.getMessage().contains("prior.pt is no safetensors file"));
  }

  @Test
  void aFolderIsNoFile() {
    ConversionException thrown =
        assertThrows(
            ConversionException.class,
            () -> Conversion.ofPyTorch(folder, Set.of(), folder, NOTHING_SAID));
    assertEquals(Problem.UNREADABLE, thrown.problem());
  }

  @Test
  void whateverIsDamagedHasAName() throws IOException {
    byte[] whole = SafetensorsText.gru().bytes();
    int headerEnd = 8 + (whole[0] & 255) + 256 * (whole[1] & 255);
    String header = new String(whole, 8, headerEnd - 8, StandardCharsets.UTF_8);
    Path tokens = Files.writeString(folder.resolve("tokens.txt"), "^\n$\nC\nN\nO\n=\n");
    Random random = new Random(2);
    int refused = 0;
    for (int round = 0; round < 400; round++) {
      byte[] damaged = Damage.of(header, random).getBytes(StandardCharsets.UTF_8);
      ByteBuffer file = ByteBuffer.allocate(8 + damaged.length + whole.length - headerEnd);
      file.put((byte) damaged.length).put((byte) (damaged.length >> 8)).position(8);
      file.put(damaged).put(whole, headerEnd, whole.length - headerEnd);
      Path path = Files.write(folder.resolve("net.safetensors"), file.array());
      try {
        Conversion read = Conversion.ofPyTorch(path, Set.of(), tokens, NOTHING_SAID);
        ModelFileReader.read(ModelFileWriter.write(read.model()));
      } catch (ConversionException | ModelFileException named) {
        refused++;
      }
    }
    assertTrue(refused > 200, refused + " of 400 were refused");
  }
}
