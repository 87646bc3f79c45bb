package io.github.molweave.modelfile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.molweave.network.CellKind;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class QuantisationTest {
  private static final String MATRIX = "rnn.weight_ih_l0";
  private static final float UNIT = 0x1p-7f;
  private static final float SMALLEST = Float.MIN_VALUE;

  @Test
  void roundsHalvesUpFromTheStoredScale() {
    assertRow(UNIT, new int[] {127, -63}, 127 * UNIT, -63.5f * UNIT);
    assertRow(UNIT, new int[] {64, -127}, 63.5f * UNIT, -127 * UNIT);
  }

  @Test
  void aRowOfZerosHasScaleZero() {
    assertRow(0, new int[] {0, 0}, 0f, -0f);
  }

  @Test
  void aRowTooSmallForAScaleBecomesZero() {
    assertRow(0, new int[] {0, 0}, 63 * SMALLEST, -SMALLEST);
  }

  @Test
  void neverLeaves127WhenTheScaleWasRoundedDown() {
    assertRow(SMALLEST, new int[] {127, -127}, 178 * SMALLEST, -178 * SMALLEST);
  }

  @Test
  void theLargestFloatsDoNotOverflow() {
    float largest = Float.MAX_VALUE;
    assertRow((float) (largest / 127.0), new int[] {127, -127}, largest, -largest);
  }

  @Test
  void everyWeightIsWithinHalfAStep() {
    ModelFile model = TinyModels.fourTokens(CellKind.LSTM);

    ModelFile quantised = Quantisation.quantise(model);

    for (String name : new String[] {MATRIX, "rnn.weight_hh_l1", "output.weight"}) {
      float[] values = TinyModels.floats(model, name);
      float[] scales = TinyModels.floats(quantised, name + ".scale");
      byte[] bytes = ((Tensor.I8) quantised.tensors().get(name)).values();
      int columns = values.length / scales.length;
      for (int at = 0; at < values.length; at++) {
        double scale = scales[at / columns];
        assertEquals(values[at], bytes[at] * scale, 0.5001 * scale, name);
      }
    }
  }

  @Test
  void embeddingAndBiasesStayAsTheyAre() {
    ModelFile model = TinyModels.fourTokens(CellKind.GRU_RESET_BEFORE);

    ModelFile quantised = Quantisation.quantise(model);

    for (String name : new String[] {"embedding.weight", "rnn.bias_hh_l1", "output.bias"}) {
      assertSame(model.tensors().get(name), quantised.tensors().get(name));
    }
  }

  @Test
  void aQuantisedModelIsReturnedAsItStands() {
    ModelFile quantised = Quantisation.quantise(TinyModels.fourTokens(CellKind.LSTM));

    assertSame(quantised, Quantisation.quantise(quantised));
  }

  @Test
  void aQuantisedModelSurvivesItsFile() {
    ModelFile quantised = Quantisation.quantise(TinyModels.fourTokens(CellKind.GRU_RESET_AFTER));
    byte[] file = ModelFileWriter.write(quantised);

    ModelFile read = ModelFileReader.read(file);

    ModelFileWriterTest.assertSame(quantised, read);
    assertArrayEquals(file, ModelFileWriter.write(Quantisation.quantise(read)));
  }

  @Test
  void aWeightThatIsNotANumberIsRefused() {
    ModelFile model = withFirstRow(1, Float.NaN);

    ModelFileException refusal =
        assertThrows(ModelFileException.class, () -> Quantisation.quantise(model));

    assertEquals(Problem.VALUE_NOT_FINITE, refusal.problem());
    assertEquals(MATRIX + "[0,1]", refusal.where());
  }

  @Test
  void aMissingTensorIsNamed() {
    ModelFile model = TinyModels.without(TinyModels.twoTokens(), "output.bias");

    ModelFileException refusal =
        assertThrows(ModelFileException.class, () -> Quantisation.quantise(model));

    assertEquals(Problem.TENSOR_MISSING, refusal.problem());
    assertEquals("tensor output.bias", refusal.where());
  }

  private static void assertRow(float scale, int[] expected, float first, float second) {
    ModelFile quantised = Quantisation.quantise(withFirstRow(first, second));

    assertEquals(scale, TinyModels.floats(quantised, MATRIX + ".scale")[0]);
    byte[] bytes = ((Tensor.I8) quantised.tensors().get(MATRIX)).values();
    assertEquals(Arrays.toString(expected), Arrays.toString(Arrays.copyOf(bytes, 2)));
  }

  private static ModelFile withFirstRow(float first, float second) {
    ModelFile model = TinyModels.fourTokens(CellKind.GRU_RESET_AFTER);
    float[] values = TinyModels.floats(model, MATRIX).clone();
    values[0] = first;
    values[1] = second;
    return TinyModels.with(model, MATRIX, values);
  }
}
