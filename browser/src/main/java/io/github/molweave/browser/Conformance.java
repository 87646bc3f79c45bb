package io.github.molweave.browser;

import io.github.molweave.numeric.PortableMath;
import io.github.molweave.random.CounterNoise;
import io.github.molweave.random.Purpose;
import io.github.molweave.random.Seed;

/**
 * Condenses many values of a portable function to 32 bits: where two runtimes give the same hash,
 * their values agree to the last bit. Runs on the JVM and, compiled, behind {@link
 * ConformanceDoor}; needs no access to the bits of a double, which JavaScript would give only
 * through memory.
 */
public final class Conformance {
  private static final int SCALES = 21;
  private static final double TWO_26 = 67108864.0;

  /** Where functions change their course, on both sides, and what is no finite number. */
  private static final double[] END_POINTS = {
    0.0,
    -0.0,
    Double.MIN_VALUE,
    -Double.MIN_VALUE,
    0x1p-1030,
    1e-17,
    -1e-17,
    21.9,
    22,
    22.1,
    -22,
    -22.1,
    707.9,
    708,
    708.1,
    -707.9,
    -708,
    -708.1,
    709.8,
    -709.8,
    710,
    -710,
    710.1,
    -710.1,
    746,
    -746,
    1e300,
    -1e300,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.NaN,
    0.3465735902799726
  };

  private Conformance() {}

  /**
   * The hash of the first {@code count} values of a function:
   *
   * <ul>
   *   <li>{@code exp}, {@code log}, {@code sigmoid}, {@code tanh}: {@link PortableMath} on the
   *       arguments of {@link #argument}, for {@code log} their absolute values;
   *   <li>{@code sigmoid at the ends}, {@code tanh at the ends}: on numbers at and beyond the ends
   *       of their range;
   *   <li>{@code noise}: {@link CounterNoise#uniform} at places spread over all four numbers and
   *       many seeds;
   *   <li>{@code decimals}: whole numbers of thousandths as text, between a millionth and a billion
   *       times that, of both signs;
   *   <li>{@code smiles}: verdicts on molecules with faults, their places and words.
   * </ul>
   *
   * @throws IllegalArgumentException when there is no such function
   */
  public static int hash(String function, int count) {
    int hash = 0;
    for (int i = 0; i < count; i++) {
      hash = mix(hash, value(function, i));
    }
    return hash;
  }

  private static double value(String function, int i) {
    return switch (function) {
      case "exp" -> PortableMath.exp(argument(i));
      case "log" -> PortableMath.log(Math.abs(argument(i)));
      case "sigmoid", "sigmoid at the ends" -> PortableMath.sigmoid(argument(function, i));
      case "tanh", "tanh at the ends" -> PortableMath.tanh(argument(function, i));
      case "noise" -> noise(i);
      case "decimals" -> ConformanceTexts.decimal(i);
      case "smiles" -> ConformanceTexts.verdict(i);
      default -> throw new IllegalArgumentException("there is no function named " + function);
    };
  }

  /** The i-th argument of a function. */
  static double argument(String function, int i) {
    return function.endsWith("at the ends") ? END_POINTS[i % END_POINTS.length] : argument(i);
  }

  /**
   * The i-th argument, in [-1024, 1024): a golden-ratio sequence over [-1, 1) in steps of 2^-31,
   * times 2^-10, 2^-9 ... 2^10 in turn. So small arguments are met as often as large ones, and the
   * ends where results run out of range too.
   */
  static double argument(int i) {
    int spread = (i + 1) * 0x9E3779B9;
    double scale = 1.0 / 1024;
    for (int doubling = i % SCALES; doubling > 0; doubling--) {
      scale *= 2;
    }
    return spread * scale / 2147483648.0;
  }

  private static double noise(int i) {
    Seed seed = new Seed((i >> 3) & 0x1FFFFF, i * 0x85EBCA6B);
    Purpose purpose = (i & 1) == 0 ? Purpose.TOKEN : Purpose.LENGTH;
    return new CounterNoise(seed, purpose).uniform(i, i & 3, i % 200, i % 100);
  }

  /** Mixes all bits of {@code value} in, by exact arithmetic only. */
  static int mix(int hash, double value) {
    if (value == 0) {
      return step(hash, 1 / value > 0 ? 1 : 2);
    }
    if (!(Math.abs(value) < Double.POSITIVE_INFINITY)) {
      return step(hash, value > 0 ? 3 : value < 0 ? 4 : 5);
    }
    double size = Math.abs(value);
    int exponent = 0;
    while (size >= 1) {
      size /= 2;
      exponent++;
    }
    while (size < 0.5) {
      size *= 2;
      exponent--;
    }
    double high = Math.floor(size * TWO_26);
    double low = (size * TWO_26 - high) * TWO_26 * 2;
    int mixed = step(hash, value < 0 ? -exponent - 4096 : exponent);
    return step(step(mixed, (int) high), (int) low);
  }

  /** One step of MurmurHash3's 32-bit body. */
  private static int step(int hash, int word) {
    int mixed = Integer.rotateLeft(word * 0xCC9E2D51, 15) * 0x1B873593;
    return Integer.rotateLeft(hash ^ mixed, 13) * 5 + 0xE6546B64;
  }
}
