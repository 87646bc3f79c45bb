package io.github.molweave.numeric;

/**
 * {@link PortableMath#sigmoid} and {@link PortableMath#tanh} of many numbers at once: the same bits
 * in a third of the time. What must go one by one (clamping, the power of two) has a loop of its
 * own; what is left is plain arithmetic from array to array, which the JVM's compiler turns into
 * vector instructions. Each loop is short because it gives up on long ones.
 *
 * <p>Range, non-finite values and accuracy: those of {@link PortableMath}; {@code
 * GateFunctionsTest} compares the bits.
 *
 * <p>Holds room for intermediate results: not for two threads at once.
 */
public final class GateFunctions {
  /** What is left of an exponent y besides its power of two; then e to it, less 1. */
  private final double[] rest;

  /** The powers of two. */
  private final double[] powers;

  /**
   * @param most how many numbers at once at most
   */
  public GateFunctions(int most) {
    rest = new double[most];
    powers = new double[most];
  }

  /** Replaces the first {@code count} of {@code values} by their sigmoids. */
  public void sigmoid(double[] values, int count) {
    for (int i = 0; i < count; i++) {
      split(PortableMath.sigmoidExponent(values[i]), i);
    }
    expMinusOne(rest, count);
    sigmoidOf(rest, powers, values, count);
  }

  /** Replaces the first {@code count} of {@code values} by their hyperbolic tangents. */
  public void tanh(double[] values, int count) {
    for (int i = 0; i < count; i++) {
      split(PortableMath.tanhExponent(values[i]), i);
    }
    expMinusOne(rest, count);
    tanhOfMinus(rest, powers, count);
    for (int i = 0; i < count; i++) {
      values[i] = values[i] < 0 ? -rest[i] : rest[i];
    }
  }

  private void split(double y, int i) {
    double k = PortableMath.nearestPower(y);
    rest[i] = PortableMath.rest(y, k);
    powers[i] = PortableMath.powerOfTwo(k);
  }

  private static void expMinusOne(double[] rest, int count) {
    for (int i = 0; i < count; i++) {
      rest[i] = PortableMath.expMinusOne(rest[i]);
    }
  }

  private static void sigmoidOf(double[] minusOne, double[] powers, double[] out, int count) {
    for (int i = 0; i < count; i++) {
      out[i] = 1 / (1 + (minusOne[i] + 1) * powers[i]);
    }
  }

  private static void tanhOfMinus(double[] values, double[] powers, int count) {
    for (int i = 0; i < count; i++) {
      values[i] = PortableMath.tanhFrom(values[i], powers[i]);
    }
  }
}
