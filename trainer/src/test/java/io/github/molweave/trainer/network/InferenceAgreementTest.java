package io.github.molweave.trainer.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.modelfile.Quantisation;
import io.github.molweave.modelfile.Tensor;
import io.github.molweave.network.Architecture;
import io.github.molweave.network.CellKind;
import io.github.molweave.network.LanguageModel;
import io.github.molweave.network.Streams;
import io.github.molweave.tokens.Vocabulary;
import io.github.molweave.trainer.batching.Batch;
import io.github.molweave.trainer.checkpoint.TrainedModel;
import io.github.molweave.trainer.device.NetworkState;
import io.github.molweave.trainer.device.ParameterLayout;
import io.github.molweave.trainer.device.StepSettings;
import io.github.molweave.trainer.network.Nd4jDevice.NumberType;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is trained is what runs: the trainer's forward pass against the inference core. */
class InferenceAgreementTest {
  private static final int STEPS = 20;
  private static final int VOCABULARY = 7;

  @BeforeAll
  static void chooseNative() {
    NativeLibrary.choose();
  }

  /**
   * With weights that bytes hold exactly, only the activations' 16-bit rounding is between the two;
   * it is at most 2^-15 for each of the 24 inputs of a product.
   */
  @ParameterizedTest
  @CsvSource({"GRU_RESET_AFTER, 1", "GRU_RESET_AFTER, 3", "GRU_RESET_BEFORE, 2", "LSTM, 2"})
  void logitsAgreeWithTheInferenceCoreWithinItsActivationRounding(CellKind cell, int layers) {
    ParameterLayout layout = new ParameterLayout(new Architecture(cell, VOCABULARY, 9, 24, layers));
    ModelFile quantised = Quantisation.quantise(model(layout, layout.initialValues(11)));
    double largest = largestDifference(layout, representable(layout, quantised), quantised);
    assertTrue(largest > 0, "two ways of rounding cannot agree to the bit");
    assertEquals(0, largest, 2e-4);
  }

  /** Quantising the weights costs more, but little. */
  @ParameterizedTest
  @CsvSource({"GRU_RESET_AFTER, 1", "GRU_RESET_AFTER, 3", "GRU_RESET_BEFORE, 2", "LSTM, 2"})
  void logitsOfFloatWeightsAgreeWithinTheirQuantisation(CellKind cell, int layers) {
    ParameterLayout layout = new ParameterLayout(new Architecture(cell, VOCABULARY, 9, 24, layers));
    float[] parameters = layout.initialValues(11);
    double largest = largestDifference(layout, parameters, model(layout, parameters));
    assertEquals(0, largest, 0.02);
  }

  private static double largestDifference(
      ParameterLayout layout, float[] parameters, ModelFile file) {
    Random random = new Random(5);
    int[] tokens = random.ints(STEPS, 0, VOCABULARY).toArray();
    Batch batch = new Batch(1, STEPS, tokens, tokens, new int[] {STEPS});
    double[] trained;
    try (Nd4jDevice device =
        new Nd4jDevice(layout, StepSettings.plain(1, STEPS, 1), NumberType.DOUBLE)) {
      device.restore(NetworkState.fresh(parameters));
      trained = device.logits(batch);
    }
    LanguageModel model = LanguageModel.of(file);
    Streams state = model.streams(1);
    double[] logits = new double[VOCABULARY];
    double largest = 0;
    for (int t = 0; t < STEPS; t++) {
      state.step(new int[] {tokens[t]}, 1, logits);
      for (int v = 0; v < VOCABULARY; v++) {
        largest = Math.max(largest, Math.abs(logits[v] - trained[t * VOCABULARY + v]));
      }
    }
    return largest;
  }

  private static ModelFile model(ParameterLayout layout, float[] parameters) {
    List<String> tokens = List.of("<start>", "<end>", "C", "N", "O", "c", "1");
    Vocabulary vocabulary = new Vocabulary(tokens, 0, 1, Vocabulary.NONE);
    return TrainedModel.of(layout, parameters, vocabulary, Map.of());
  }

  /** The quantised weights as floats. */
  private static float[] representable(ParameterLayout layout, ModelFile quantised) {
    float[] parameters = new float[layout.size()];
    for (ParameterLayout.Slot slot : layout.slots()) {
      Tensor tensor = quantised.tensors().get(slot.name());
      for (int i = 0; i < slot.elements(); i++) {
        parameters[slot.offset() + i] =
            tensor instanceof Tensor.I8 bytes
                ? bytes.values()[i] * scale(quantised, slot, i / slot.columns())
                : ((Tensor.F32) tensor).values()[i];
      }
    }
    return parameters;
  }

  private static float scale(ModelFile quantised, ParameterLayout.Slot slot, int row) {
    return ((Tensor.F32) quantised.tensors().get(slot.name() + ".scale")).values()[row];
  }
}
