package io.github.molweave.trainer.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.network.Architecture;
import io.github.molweave.network.CellKind;
import io.github.molweave.trainer.batching.Batch;
import io.github.molweave.trainer.device.NetworkState;
import io.github.molweave.trainer.device.ParameterLayout;
import io.github.molweave.trainer.device.StepSettings;
import io.github.molweave.trainer.network.Nd4jDevice.Gates;
import io.github.molweave.trainer.network.Nd4jDevice.NumberType;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The fast way, row by row in several threads, against ND4J's operations in double. */
class FloatFunctionsTest {
  private static final int VOCABULARY = 9;
  private static final StepSettings SETTINGS =
      new StepSettings(7, 12, Double.POSITIVE_INFINITY, 0.3, 0, -5);

  @BeforeAll
  static void chooseNative() {
    NativeLibrary.choose();
  }

  @ParameterizedTest
  @EnumSource(CellKind.class)
  void lossAndGradientsAgreeWithDoublePrecision(CellKind cell) {
    ParameterLayout layout = layout(cell);
    try (Nd4jDevice exact = new Nd4jDevice(layout, SETTINGS, NumberType.DOUBLE, Gates.ARRAYS, 1)) {
      for (int passes = 1; passes <= 3; passes++) {
        try (Nd4jDevice fast =
            new Nd4jDevice(layout, SETTINGS, NumberType.FLOAT, Gates.ROWS, passes)) {
          assertAgree(exact, fast, layout, randomBatch(12, 12, 11, 9, 9, 4, 2));
          assertAgree(exact, fast, layout, randomBatch(6, 5));
          assertAgree(exact, fast, layout, randomBatch(3));
          assertAgree(exact, fast, layout, randomBatch(12, 12, 12, 12, 12, 12, 12));
        }
      }
    }
  }

  private static void assertAgree(
      Nd4jDevice exact, Nd4jDevice fast, ParameterLayout layout, Batch batch) {
    NetworkState state = NetworkState.fresh(layout.initialValues(3));
    exact.restore(state);
    fast.restore(state);
    double nll = exact.totalNll(batch);
    assertEquals(nll, fast.totalNll(batch), 1e-6 * nll);
    double[] expected = exact.gradient(batch);
    double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
    assertTrue(largest > 0.01, "a gradient worth comparing");
    assertArrayEquals(expected, fast.gradient(batch), 3e-6 * largest);
  }

  /** The order of the threads' work must not matter, only their number. */
  @ParameterizedTest
  @EnumSource(CellKind.class)
  void twoRunsEndInTheSameBits(CellKind cell) {
    assertArrayEquals(weightsAfterSomeSteps(cell), weightsAfterSomeSteps(cell));
  }

  private static float[] weightsAfterSomeSteps(CellKind cell) {
    ParameterLayout layout = layout(cell);
    try (Nd4jDevice device = new Nd4jDevice(layout, SETTINGS, NumberType.FLOAT, Gates.ROWS, 3)) {
      device.restore(NetworkState.fresh(layout.initialValues(3)));
      for (int step = 0; step < 5; step++) {
        device.trainStep(randomBatch(12, 11, 11, 8, 5, 5, 2), 0.01);
      }
      return device.state().parameters();
    }
  }

  private static ParameterLayout layout(CellKind cell) {
    return new ParameterLayout(new Architecture(cell, VOCABULARY, 6, 19, 2));
  }

  private static Batch randomBatch(int... lengths) {
    Random random = new Random(8);
    int rows = lengths.length;
    int[] inputs = random.ints((long) rows * lengths[0], 0, VOCABULARY).toArray();
    int[] targets = random.ints((long) rows * lengths[0], 0, VOCABULARY).toArray();
    return new Batch(rows, lengths[0], inputs, targets, lengths);
  }
}
