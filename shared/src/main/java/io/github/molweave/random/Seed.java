package io.github.molweave.random;

/**
 * The seed of a run: a whole number 0..2^53-1, the integers that JavaScript holds exactly. Kept as
 * two 32-bit halves because 64-bit arithmetic is slow in compiled JavaScript.
 *
 * @param high the upper 21 bits
 * @param low the lower 32 bits
 */
public record Seed(int high, int low) {
  /** The largest seed, 2^53 - 1. */
  public static final double MAX = 9007199254740991.0;

  private static final double TWO_32 = 4294967296.0;

  /**
   * The seed with the value {@code value}.
   *
   * @throws IllegalArgumentException when it is not a whole number in 0..2^53-1 (NaN included)
   */
  public static Seed of(double value) {
    if (!(value >= 0 && value <= MAX) || Math.floor(value) != value) {
      throw new IllegalArgumentException(
          "seed must be a whole number from 0 to 9007199254740991, not " + value);
    }
    double high = Math.floor(value / TWO_32);
    double low = value - high * TWO_32;
    return new Seed((int) high, (int) (low >= TWO_32 / 2 ? low - TWO_32 : low));
  }

  /** The value as a whole number. */
  public double value() {
    return high * TWO_32 + (low < 0 ? low + TWO_32 : low);
  }
}
