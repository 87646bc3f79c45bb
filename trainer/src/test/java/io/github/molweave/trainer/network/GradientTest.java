package io.github.molweave.trainer.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.network.Architecture;
import io.github.molweave.network.CellKind;
import io.github.molweave.trainer.batching.Batch;
import io.github.molweave.trainer.device.NetworkState;
import io.github.molweave.trainer.device.ParameterLayout;
import io.github.molweave.trainer.device.StepSettings;
import io.github.molweave.trainer.network.Nd4jDevice.NumberType;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Back-propagation against central differences, in double, every single parameter. */
class GradientTest {
  private static final int VOCABULARY = 5;

  @BeforeAll
  static void chooseNative() {
    NativeLibrary.choose();
  }

  @ParameterizedTest
  @CsvSource({"GRU_RESET_AFTER, 1", "GRU_RESET_AFTER, 3", "GRU_RESET_BEFORE, 1", "LSTM, 1"})
  void everyGradientAgreesWithNumericDifferences(CellKind cell, int layers) {
    ParameterLayout layout = layout(cell, layers);
    try (Nd4jDevice device = device(layout, 3, 5)) {
      assertGradients(device, layout);
    }
  }

  @ParameterizedTest
  @EnumSource(CellKind.class)
  void gradientsAgreeWithNumericDifferencesUnderDropout(CellKind cell) {
    ParameterLayout layout = layout(cell, 2);
    StepSettings settings = new StepSettings(3, 5, Double.POSITIVE_INFINITY, 0.4, 0, 17);
    try (Nd4jDevice device = new Nd4jDevice(layout, settings, NumberType.DOUBLE)) {
      assertGradients(device, layout);
    }
  }

  private static void assertGradients(Nd4jDevice device, ParameterLayout layout) {
    Batch batch = raggedBatch();
    float[] parameters = widened(layout.initialValues(7));
    device.restore(NetworkState.fresh(parameters));
    double[] gradient = device.gradient(batch);
    for (int i = 0; i < layout.size(); i++) {
      double numeric = numericGradient(device, batch, parameters, i);
      double tolerance = 1e-6 * (Math.abs(numeric) + Math.abs(gradient[i])) + 1e-8;
      assertEquals(numeric, gradient[i], tolerance, "parameter " + i);
    }
  }

  @ParameterizedTest
  @EnumSource(CellKind.class)
  void roomForALargerBatchChangesNothing(CellKind cell) {
    ParameterLayout layout = layout(cell, 2);
    Batch batch = raggedBatch();
    try (Nd4jDevice exact = device(layout, 3, 5);
        Nd4jDevice roomy = device(layout, 7, 9)) {
      NetworkState state = NetworkState.fresh(layout.initialValues(7));
      exact.restore(state);
      roomy.restore(state);
      roomy.gradient(fullBatch());
      assertEquals(exact.totalNll(batch), roomy.totalNll(batch), 1e-12);
      double[] expected = exact.gradient(batch);
      double[] actual = roomy.gradient(batch);
      for (int i = 0; i < expected.length; i++) {
        assertEquals(expected[i], actual[i], 1e-12, "parameter " + i);
      }
    }
  }

  /** Two molecules alone, one after the other, against both padded to one length. */
  @ParameterizedTest
  @EnumSource(CellKind.class)
  void paddingAddsNothingToLossAndGradient(CellKind cell) {
    ParameterLayout layout = layout(cell, 2);
    int[] first = {1, 4, 2, 3, 0};
    int[] second = {2, 2};
    Batch together =
        new Batch(
            2,
            5,
            new int[] {1, 2, 4, 2, 2, 0, 3, 0, 0, 0},
            new int[] {1, 2, 4, 2, 2, 0, 3, 0, 0, 0},
            new int[] {5, 2});
    try (Nd4jDevice device = device(layout, 2, 5)) {
      device.restore(NetworkState.fresh(widened(layout.initialValues(7))));
      double nll = device.totalNll(together);
      double[] gradient = device.gradient(together);
      Batch one = new Batch(1, 5, first, first, new int[] {5});
      Batch other = new Batch(1, 2, second, second, new int[] {2});
      assertEquals(device.totalNll(one) + device.totalNll(other), nll, 1e-12);
      double[] ofOne = device.gradient(one);
      double[] ofOther = device.gradient(other);
      for (int i = 0; i < gradient.length; i++) {
        assertEquals((5 * ofOne[i] + 2 * ofOther[i]) / 7, gradient[i], 1e-12, "parameter " + i);
      }
    }
  }

  @Test
  void lossIsThatOfTheUniformDistributionWhenAllWeightsAreZero() {
    ParameterLayout layout = layout(CellKind.GRU_RESET_AFTER, 1);
    Batch batch = raggedBatch();
    try (Nd4jDevice device = device(layout, 3, 5)) {
      device.restore(NetworkState.fresh(new float[layout.size()]));
      assertEquals(batch.predictions() * Math.log(VOCABULARY), device.totalNll(batch), 1e-12);
    }
  }

  @ParameterizedTest
  @EnumSource(CellKind.class)
  void lossFallsWhenOneBatchIsLearntByHeart(CellKind cell) {
    ParameterLayout layout = new ParameterLayout(new Architecture(cell, VOCABULARY, 4, 16, 1));
    Batch batch = raggedBatch();
    try (Nd4jDevice device =
        new Nd4jDevice(layout, StepSettings.plain(3, 5, 1), NumberType.FLOAT)) {
      device.restore(NetworkState.fresh(layout.initialValues(1)));
      double first = device.trainStep(batch, 0.01).nllPerToken();
      double last = first;
      for (int step = 0; step < 150; step++) {
        last = device.trainStep(batch, 0.01).nllPerToken();
      }
      assertTrue(last < 0.3 * first, first + " -> " + last);
    }
  }

  private static ParameterLayout layout(CellKind cell, int layers) {
    return new ParameterLayout(new Architecture(cell, VOCABULARY, 2, 3, layers));
  }

  private static Nd4jDevice device(ParameterLayout layout, int batchSize, int longest) {
    return new Nd4jDevice(
        layout,
        StepSettings.plain(batchSize, longest, Double.POSITIVE_INFINITY),
        NumberType.DOUBLE);
  }

  /** Numbers far from 0, so that every gate is away from its linear middle. */
  private static float[] widened(float[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] *= 1.5f;
    }
    return values;
  }

  private static double numericGradient(
      Nd4jDevice device, Batch batch, float[] parameters, int index) {
    double step = 1e-5;
    double above = lossWith(device, batch, index, parameters[index] + step);
    double below = lossWith(device, batch, index, parameters[index] - step);
    device.putParameter(index, parameters[index]);
    return (above - below) / (2 * step);
  }

  private static double lossWith(Nd4jDevice device, Batch batch, int index, double value) {
    device.putParameter(index, value);
    return device.totalNll(batch, 0) / batch.predictions();
  }

  private static Batch raggedBatch() {
    return randomBatch(5, 4, 2);
  }

  private static Batch fullBatch() {
    return randomBatch(9, 9, 9, 8, 7, 7, 1);
  }

  private static Batch randomBatch(int... lengths) {
    Random random = new Random(3);
    int rows = lengths.length;
    int[] inputs = new int[rows * lengths[0]];
    int[] targets = new int[rows * lengths[0]];
    for (int b = 0; b < rows; b++) {
      for (int t = 0; t < lengths[b]; t++) {
        inputs[t * rows + b] = random.nextInt(VOCABULARY);
        targets[t * rows + b] = random.nextInt(VOCABULARY);
      }
    }
    return new Batch(rows, lengths[0], inputs, targets, lengths);
  }
}
