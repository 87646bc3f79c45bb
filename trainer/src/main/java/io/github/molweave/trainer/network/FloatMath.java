package io.github.molweave.trainer.network;

/**
 * Activations over a whole row of floats, in loops of + * / and min/max that the JVM's compiler
 * turns into vector instructions. A result that is no number stays none.
 */
final class FloatMath {
  private static final float EDGE = 9f;

  private FloatMath() {}

  /**
   * tanh of {@code values[from..to)} in place, within 5e-7, {@code FloatMathTest}. The rational
   * function's coefficients come from {@code tanh_coefficients.py} beside that test.
   */
  static void tanh(float[] values, int from, int to) {
    for (int i = from; i < to; i++) {
      values[i] = tanh(values[i]);
    }
  }

  /** 1 / (1 + exp(-x)) of {@code values[from..to)} in place, within 5e-7, {@code FloatMathTest}. */
  static void sigmoid(float[] values, int from, int to) {
    for (int i = from; i < to; i++) {
      values[i] = 0.5f + 0.5f * tanh(0.5f * values[i]);
    }
  }

  private static float tanh(float value) {
    float x = Math.max(-EDGE, Math.min(EDGE, value));
    float u = x * x;
    float above = -8.4886755E-14f;
    above = above * u + 5.277935E-11f;
    above = above * u - 2.02252E-8f;
    above = above * u + 1.1154302E-5f;
    above = above * u + 0.0031039556f;
    above = above * u + 0.1308401f;
    above = above * u + 1f;
    float below = 0.00025461445f;
    below = below * u + 0.024495177f;
    below = below * u + 0.46417338f;
    below = below * u + 1f;
    return x * above / below;
  }
}
