package io.github.molweave.trainer.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FloatMathTest {
  private static final int COUNT = 400_001;

  /** Every 0.0001 from -20 to 20, against the JDK's functions in double. */
  @Test
  void activationsAreWithinHalfAMillionth() {
    float[] x = new float[COUNT];
    for (int i = 0; i < COUNT; i++) {
      x[i] = (i - COUNT / 2) * 1e-4f;
    }
    float[] tanh = x.clone();
    float[] sigmoid = x.clone();
    FloatMath.tanh(tanh, 0, COUNT);
    FloatMath.sigmoid(sigmoid, 0, COUNT);
    for (int i = 0; i < COUNT; i++) {
      assertEquals(Math.tanh(x[i]), tanh[i], 5e-7, "tanh of " + x[i]);
      assertEquals(1 / (1 + Math.exp(-x[i])), sigmoid[i], 5e-7, "sigmoid of " + x[i]);
    }
  }

  @Test
  void extremesAreLimitsAndNoNumberStaysNone() {
    float[] x = {Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NaN, 0};
    FloatMath.tanh(x, 0, 4);
    assertEquals(1, x[0], 5e-7);
    assertEquals(-1, x[1], 5e-7);
    assertTrue(Float.isNaN(x[2]));
    assertEquals(0, x[3], 0);
  }

  @Test
  void onlyTheRangeIsTouched() {
    float[] x = {2, 2, 2};
    FloatMath.sigmoid(x, 1, 2);
    assertEquals(2, x[0], 0);
    assertEquals(0.8807971f, x[1], 5e-7);
    assertEquals(2, x[2], 0);
  }
}
