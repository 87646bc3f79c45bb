package io.github.molweave.modelfile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.molweave.network.CellKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ModelFileWriterTest {

  @ParameterizedTest
  @EnumSource(CellKind.class)
  void whatIsWrittenIsReadBack(CellKind cell) {
    ModelFile written = TinyModels.fourTokens(cell);

    ModelFile read = ModelFileReader.read(ModelFileWriter.write(written));

    assertSame(written, read);
  }

  @Test
  void aModelWithoutEndKeepsItsLengths() {
    ModelFile read = ModelFileReader.read(ModelFileWriter.write(TinyModels.twoTokens()));

    assertEquals(new ModelFile.LengthRange(1, 4), read.lengths());
  }

  @Test
  void theOrderOfTensorsDoesNotMatter() {
    ModelFile model = TinyModels.fourTokens(CellKind.LSTM);
    List<String> names = new ArrayList<>(model.tensors().keySet());
    Collections.reverse(names);
    Map<String, Tensor> reversed = new LinkedHashMap<>();
    names.forEach(name -> reversed.put(name, model.tensors().get(name)));

    assertArrayEquals(
        ModelFileWriter.write(model), ModelFileWriter.write(TinyModels.of(model, reversed)));
  }

  @Test
  void theDataBeginAtAMultipleOfEight() {
    byte[] file = ModelFileWriter.write(TinyModels.twoTokens());

    assertEquals(0, (file.length - Tampering.dataOf(file).length) % 8);
  }

  @Test
  void whatTheReaderWouldRefuseIsNotWritten() {
    ModelFile model = TinyModels.fourTokens(CellKind.GRU_RESET_AFTER);
    float[] bias = TinyModels.floats(model, "output.bias").clone();
    bias[3] = Float.POSITIVE_INFINITY;
    Tensor wrongType = new Tensor.I8("output.bias", new int[] {4}, new byte[4]);
    Tensor wrongShape = new Tensor.F32("output.bias", new int[] {2, 2}, new float[4]);
    Tensor wrongLength = new Tensor.F32("output.bias", new int[] {4}, new float[3]);

    assertRefused(Problem.VALUE_NOT_FINITE, TinyModels.with(model, "output.bias", bias));
    assertRefused(Problem.TENSOR_MISSING, TinyModels.without(model, "output.bias"));
    assertRefused(Problem.TENSOR_UNKNOWN, withTensor(model, "output.bios", wrongShape));
    assertRefused(Problem.TENSOR_TYPE, withTensor(model, "output.bias", wrongType));
    assertRefused(Problem.TENSOR_SHAPE, withTensor(model, "output.bias", wrongShape));
    assertRefused(Problem.TENSOR_SHAPE, withTensor(model, "output.bias", wrongLength));
    assertRefused(Problem.CARD_NOT_TEXT, withCard(model, "a bell \u0007"));
    assertRefused(Problem.HEADER_NOT_UTF8, withCard(model, "half \ud83e"));
    assertRefused(Problem.HEADER_TOO_LARGE, withCard(model, "x".repeat(1 << 20)));
  }

  private static void assertRefused(Problem problem, ModelFile model) {
    ModelFileException refusal =
        assertThrows(ModelFileException.class, () -> ModelFileWriter.write(model));
    assertEquals(problem, refusal.problem(), refusal.getMessage());
  }

  private static ModelFile withTensor(ModelFile model, String name, Tensor tensor) {
    Map<String, Tensor> tensors = new LinkedHashMap<>(model.tensors());
    tensors.put(name, tensor);
    return TinyModels.of(model, tensors);
  }

  private static ModelFile withCard(ModelFile model, String text) {
    return new ModelFile(
        model.architecture(),
        model.vocabulary(),
        model.notation(),
        model.lengths(),
        Map.of("text", text),
        model.tensors());
  }

  static void assertSame(ModelFile expected, ModelFile actual) {
    assertEquals(expected.architecture(), actual.architecture());
    assertEquals(expected.vocabulary().tokens(), actual.vocabulary().tokens());
    assertEquals(expected.vocabulary().start(), actual.vocabulary().start());
    assertEquals(expected.vocabulary().end(), actual.vocabulary().end());
    assertEquals(expected.vocabulary().maskToken(), actual.vocabulary().maskToken());
    assertEquals(expected.notation(), actual.notation());
    assertEquals(expected.lengths(), actual.lengths());
    assertEquals(expected.card(), actual.card());
    assertEquals(
        new ArrayList<>(expected.tensors().keySet()), new ArrayList<>(actual.tensors().keySet()));
    for (String name : expected.tensors().keySet()) {
      Tensor wanted = expected.tensors().get(name);
      Tensor found = actual.tensors().get(name);
      assertArrayEquals(wanted.shape(), found.shape());
      if (wanted instanceof Tensor.F32 floats) {
        assertArrayEquals(floats.values(), ((Tensor.F32) found).values(), 0f, name);
      } else {
        assertArrayEquals(((Tensor.I8) wanted).values(), ((Tensor.I8) found).values(), name);
      }
    }
  }
}
