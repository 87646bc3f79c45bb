package io.github.molweave.numeric;

/** The 16-bit fixed point in which activations enter integer products: 1.0 is {@value #ONE}. */
public final class FixedPoint {
  /** The integer that stands for 1.0. */
  public static final int ONE = 16384;

  private FixedPoint() {}

  /**
   * {@code floor(h * 16384 + 0.5)}: the nearest step, halves towards plus infinity.
   *
   * @param h in [-1, 1]; a rounding error beyond does no harm
   * @return -16384..16384
   */
  public static int of(double h) {
    return (int) Math.floor(h * ONE + 0.5);
  }
}
