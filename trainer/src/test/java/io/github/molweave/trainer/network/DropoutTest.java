package io.github.molweave.trainer.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.molweave.network.Architecture;
import io.github.molweave.network.CellKind;
import io.github.molweave.trainer.batching.Batch;
import io.github.molweave.trainer.device.NetworkState;
import io.github.molweave.trainer.device.ParameterLayout;
import io.github.molweave.trainer.device.StepSettings;
import io.github.molweave.trainer.network.Dropout.Lesson;
import io.github.molweave.trainer.network.Nd4jDevice.NumberType;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class DropoutTest {
  private static final int STEPS = 40;
  private static final int ROWS = 16;
  private static final int UNITS = 30;

  @BeforeAll
  static void chooseNative() {
    NativeLibrary.choose();
  }

  /** 19,200 draws of probability 0.25 lie within five standard deviations: 0.25 +- 0.0156. */
  @Test
  void dropsItsShareAndKeepsTheMean() {
    double[] mask = mask(0.25, 1, new Lesson(0, 0, 1));
    double dropped = Arrays.stream(mask).filter(value -> value == 0).count() / (double) mask.length;
    assertEquals(0.25, dropped, 0.0156);
    assertEquals(1 / 0.75, Arrays.stream(mask).max().orElseThrow(), 1e-6);
    assertEquals(1, Arrays.stream(mask).average().orElseThrow(), 0.0156 / 0.75);
  }

  @Test
  void anotherUpdateLayerSeedOrMoleculeDropsOthers() {
    double[] mask = mask(0.5, 1, new Lesson(7, 0, 1));
    assertArrayEquals(mask, mask(0.5, 1, new Lesson(7, 0, 1)));
    assertFalse(Arrays.equals(mask, mask(0.5, 1, new Lesson(8, 0, 1))));
    assertFalse(Arrays.equals(mask, mask(0.5, 2, new Lesson(7, 0, 1))));
    assertFalse(Arrays.equals(mask, mask(0.5, 1, new Lesson(7, 1, 1))));
  }

  @Test
  void nothingIsDroppedWhileMeasuring() {
    double[] mask = mask(0.5, 1, Lesson.NONE);
    Arrays.stream(mask).forEach(value -> assertEquals(1, value, 0));
  }

  @Test
  void aRestoredDeviceDropsWhatTheFirstOneWouldHaveDropped() {
    ParameterLayout layout = new ParameterLayout(new Architecture(CellKind.LSTM, 5, 3, 8, 3));
    StepSettings settings = new StepSettings(2, 4, 1, 0.5, 0.1, 9);
    int[] tokens = {0, 1, 2, 3, 4, 0, 1, 2};
    Batch batch = new Batch(2, 4, tokens, tokens, new int[] {4, 3});
    try (Nd4jDevice first = new Nd4jDevice(layout, settings, NumberType.FLOAT);
        Nd4jDevice second = new Nd4jDevice(layout, settings, NumberType.FLOAT)) {
      first.restore(NetworkState.fresh(layout.initialValues(1)));
      first.trainStep(batch, 0.1);
      second.restore(first.state());
      assertEquals(first.trainStep(batch, 0.1), second.trainStep(batch, 0.1));
      assertArrayEquals(first.state().parameters(), second.state().parameters());
      assertNotEquals(first.totalNll(batch), first.totalNll(batch, 1));
    }
  }

  /** What comes out for ones. */
  private static double[] mask(double probability, int layer, Lesson lesson) {
    PassSize size = new PassSize(DataType.FLOAT, STEPS, ROWS);
    Dropout dropout =
        new Dropout(new StepSettings(ROWS, STEPS, 1, probability, 0, 1), layer, 3, UNITS, size);
    dropout.begin(lesson);
    INDArray ones = Nd4j.ones(DataType.FLOAT, STEPS * ROWS, UNITS);
    INDArray passed = dropout.forward(ones, STEPS);
    dropout.backward(ones, STEPS);
    assertEquals(passed, ones, "backward goes the way of forward");
    return ones.dup().data().asDouble();
  }
}
