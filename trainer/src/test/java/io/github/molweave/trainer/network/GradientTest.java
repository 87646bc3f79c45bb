package io.github.molweave.trainer.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.network.Architecture;
import io.github.molweave.network.CellKind;
import io.github.molweave.trainer.batching.Batch;
import io.github.molweave.trainer.network.Nd4jDevice.NumberType;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Back-propagation against central differences, in double, every single parameter. */
class GradientTest {
  private static final int VOCABULARY = 5;

  @BeforeAll
  static void chooseNative() {
    NativeLibrary.choose();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void everyGradientAgreesWithNumericDifferences(int layers) {
    ParameterLayout layout =
        new ParameterLayout(new Architecture(CellKind.GRU_RESET_AFTER, VOCABULARY, 3, 4, layers));
    Batch batch = raggedBatch();
    try (Nd4jDevice device = device(layout, 3, 5)) {
      float[] parameters = widened(layout.initialValues(7));
      device.restore(NetworkState.fresh(parameters));
      double[] gradient = device.gradient(batch);
      for (int i = 0; i < layout.size(); i++) {
        double numeric = numericGradient(device, batch, parameters, i);
        double tolerance = 1e-6 * (Math.abs(numeric) + Math.abs(gradient[i])) + 1e-8;
        assertEquals(numeric, gradient[i], tolerance, "parameter " + i);
      }
    }
  }

  @Test
  void unusedRowsOfASmallBatchChangeNothing() {
    ParameterLayout layout =
        new ParameterLayout(new Architecture(CellKind.GRU_RESET_AFTER, VOCABULARY, 3, 4, 2));
    Batch batch = raggedBatch();
    try (Nd4jDevice exact = device(layout, 3, 5);
        Nd4jDevice roomy = device(layout, 7, 9)) {
      NetworkState state = NetworkState.fresh(layout.initialValues(7));
      exact.restore(state);
      roomy.restore(state);
      assertEquals(exact.totalNll(batch), roomy.totalNll(batch), 1e-12);
      double[] expected = exact.gradient(batch);
      double[] actual = roomy.gradient(batch);
      for (int i = 0; i < expected.length; i++) {
        assertEquals(expected[i], actual[i], 1e-12, "parameter " + i);
      }
    }
  }

  @Test
  void lossIsThatOfTheUniformDistributionWhenAllWeightsAreZero() {
    ParameterLayout layout =
        new ParameterLayout(new Architecture(CellKind.GRU_RESET_AFTER, VOCABULARY, 3, 4, 1));
    Batch batch = raggedBatch();
    try (Nd4jDevice device = device(layout, 3, 5)) {
      device.restore(NetworkState.fresh(new float[layout.size()]));
      assertEquals(batch.predictions() * Math.log(VOCABULARY), device.totalNll(batch), 1e-12);
    }
  }

  @Test
  void lossFallsWhenOneBatchIsLearntByHeart() {
    ParameterLayout layout =
        new ParameterLayout(new Architecture(CellKind.GRU_RESET_AFTER, VOCABULARY, 4, 16, 1));
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
    return device.totalNll(batch) / batch.predictions();
  }

  private static Batch raggedBatch() {
    int[] lengths = {5, 4, 2};
    Random random = new Random(3);
    int[] inputs = new int[15];
    int[] targets = new int[15];
    for (int b = 0; b < 3; b++) {
      for (int t = 0; t < lengths[b]; t++) {
        inputs[t * 3 + b] = random.nextInt(VOCABULARY);
        targets[t * 3 + b] = random.nextInt(VOCABULARY);
      }
    }
    return new Batch(3, 5, inputs, targets, lengths);
  }
}
