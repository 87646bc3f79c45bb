package io.github.molweave.numeric;

/**
 * Elementary functions whose every bit is the same on the JVM, in JavaScript and in WebAssembly,
 * one lane or two at a time. The {@code Math} of the host is none of this: browsers differ in the
 * last digits.
 *
 * <p>How: only IEEE 754 double + - * /, {@code Math.floor}, {@code Math.abs}, comparisons that
 * choose a value, and multiplication by powers of two, in the order written here. No branch depends
 * on the argument, so that two arguments can go through the same instructions (f64x2): {@code ? :}
 * is a lane select, and {@code x > a ? a : x} (NaN stays NaN) is the instruction {@code pmin}. A
 * power of two is looked up here because Java compiled to JavaScript has no cheap bit cast; it is
 * exact, so building it from exponent bits elsewhere gives the same.
 *
 * <p>Frozen: a change of any bit of any result is a new {@code numericVersion}.
 *
 * <p>Non-finite: NaN in, NaN out (its payload is unspecified). Subnormal arguments and results are
 * rounded like all others, except where a method says so.
 *
 * <p>Accuracy: stated per method as the largest error seen, in units in the last place (ulp) of the
 * exact result; {@code PortableMathAccuracyTest} measures it against a double-double oracle on
 * millions of points. {@code PortableMathGoldenTest} holds the bits.
 *
 * <p>Source: the plain Taylor series after the usual reductions, as in Muller, <i>Elementary
 * Functions</i>, chapter 11; with arguments this small they need no fitted coefficients.
 */
public final class PortableMath {
  /** ln 2 in two parts; the first has 21 trailing zero bits, so its multiples below are exact. */
  private static final double LN2_HIGH = 0x1.62e42feep-1;

  private static final double LN2_LOW = 0x1.a39ef35793c76p-33;
  private static final double LOG2_E = 0x1.71547652b82fep0;
  private static final double SQRT_2 = 0x1.6a09e667f3bcdp0;

  private static final int LEAST_EXPONENT = -1022;
  private static final int OVERFLOW_EXPONENT = 1024;

  /** 2^-1022 .. 2^1023, then infinity for 2^1024. */
  private static final double[] POWERS_OF_TWO = powersOfTwo();

  private PortableMath() {}

  /**
   * e to the power {@code x}.
   *
   * <p>Range: all doubles; below -745.14 the result is 0, above 709.79 infinity, and between
   * -745.14 and -708.39 it is subnormal.
   *
   * <p>Accuracy: 1.01 ulp, subnormal results included.
   */
  public static double exp(double x) {
    double low = x < -746 ? -746 : x;
    double y = low > 710 ? 710 : low;
    double k = nearestPower(y);
    // The sum stands before the plus: where TeaVM inlines it, brackets behind would be lost.
    double p = expMinusOne(rest(y, k)) + 1;
    // Two factors, because 2^k itself may be subnormal or too large; only the last product rounds.
    double half = Math.floor(k * 0.5);
    return (p * powerOfTwo(half)) * powerOfTwo(k - half);
  }

  /**
   * The natural logarithm of {@code x}.
   *
   * <p>Range: all doubles; of 0 and -0 it is -infinity, of negative numbers NaN, of infinity
   * infinity.
   *
   * <p>Accuracy: 0.85 ulp.
   */
  public static double log(double x) {
    // Exponent by bisection: after these steps x = m * 2^e with m in [1, 2).
    boolean small = x < 1;
    double m = small ? x * 0x1p544 : x;
    double e = small ? -544 : 0;
    boolean tiny = m < 1;
    m = tiny ? m * 0x1p544 : m;
    e = tiny ? e - 544 : e;
    for (int step = 512; step > 0; step >>= 1) {
      boolean large = m >= POWERS_OF_TWO[step - LEAST_EXPONENT];
      m = large ? m * POWERS_OF_TWO[-step - LEAST_EXPONENT] : m;
      e = large ? e + step : e;
    }
    boolean upper = m > SQRT_2;
    m = upper ? m * 0.5 : m;
    e = upper ? e + 1 : e;
    double f = m - 1;
    double s = f / (2 + f);
    double halfSquare = 0.5 * f * f;
    // log(1 + f) = 2 atanh(s) = f - f*f/2 + s * (f*f/2 + tail), tail = 2 * (s^2/3 + s^4/5 + ...)
    double correction = s * (halfSquare + atanhTail(s * s)) + e * LN2_LOW;
    double finite = e * LN2_HIGH - ((halfSquare - correction) - f);
    double positive = x < Double.POSITIVE_INFINITY ? finite : x;
    double nonNegative = x < 0 ? Double.NaN : positive;
    return x == 0 ? Double.NEGATIVE_INFINITY : nonNegative;
  }

  /**
   * The logistic function 1 / (1 + e^-x).
   *
   * <p>Range: results in [0, 1]; below -709.4 the result is 0 where exact rounding would give a
   * subnormal.
   *
   * <p>Accuracy: 2.50 ulp.
   */
  public static double sigmoid(double x) {
    double y = sigmoidExponent(x);
    double k = nearestPower(y);
    double p = expMinusOne(rest(y, k)) + 1;
    return 1 / (1 + p * powerOfTwo(k));
  }

  /** The y of whose e^y the sigmoid of {@code x} is made. */
  static double sigmoidExponent(double x) {
    double low = -x < -708 ? -708 : -x;
    return low > 710 ? 710 : low;
  }

  /**
   * The hyperbolic tangent.
   *
   * <p>Range: results in [-1, 1]; tanh(-x) = -tanh(x) to the bit, except that of -0 it is 0.
   *
   * <p>Accuracy: 2.60 ulp, also near 0.
   */
  public static double tanh(double x) {
    double y = tanhExponent(x);
    double k = nearestPower(y);
    double t = tanhFrom(expMinusOne(rest(y, k)), powerOfTwo(k));
    return x < 0 ? -t : t;
  }

  /** The y of whose e^y the hyperbolic tangent of {@code x} is made. */
  static double tanhExponent(double x) {
    double y = -2 * Math.abs(x);
    return y < -44 ? -44 : y;
  }

  /** tanh |x| from e^y = scale * (q + 1). */
  static double tanhFrom(double q, double scale) {
    // e^y - 1 without ever adding 1 to the small q: exact cancellation would lose digits near 0.
    // The bracket stands first because TeaVM's JavaScript would lose it behind the plus.
    double minusOne = (scale - 1) + scale * q;
    return (0 - minusOne) / (2 + minusOne);
  }

  /** The k that leaves the smallest rest of y = k ln 2 + rest. */
  static double nearestPower(double y) {
    return Math.floor(y * LOG2_E + 0.5);
  }

  /** y - k ln 2. */
  static double rest(double y, double k) {
    return (y - k * LN2_HIGH) - k * LN2_LOW;
  }

  /** e^r - 1 for |r| <= ln(2)/2; the terms from r^14 on are below 2^-57. */
  static double expMinusOne(double r) {
    double s = r * r;
    double even =
        1.0 / 2
            + s
                * (1.0 / 24
                    + s
                        * (1.0 / 720
                            + s * (1.0 / 40320 + s * (1.0 / 3628800 + s * (1.0 / 479001600)))));
    double odd =
        1.0 / 6
            + s
                * (1.0 / 120
                    + s
                        * (1.0 / 5040
                            + s
                                * (1.0 / 362880
                                    + s * (1.0 / 39916800 + s * (1.0 / 6227020800.0)))));
    return r + s * (even + r * odd);
  }

  /** 2 * (z/3 + z^2/5 + z^3/7 + ...) for z <= 0.0295; the terms from z^11 on are below 2^-60. */
  private static double atanhTail(double z) {
    double z2 = z * z;
    double odd = 2.0 / 3 + z2 * (2.0 / 7 + z2 * (2.0 / 11 + z2 * (2.0 / 15 + z2 * (2.0 / 19))));
    double even = 2.0 / 5 + z2 * (2.0 / 9 + z2 * (2.0 / 13 + z2 * (2.0 / 17 + z2 * (2.0 / 21))));
    return z * (odd + z * even);
  }

  /** 2^k; k of a NaN comes out as 2^0, which is then multiplied by NaN. */
  static double powerOfTwo(double k) {
    return POWERS_OF_TWO[(int) k - LEAST_EXPONENT];
  }

  private static double[] powersOfTwo() {
    double[] powers = new double[OVERFLOW_EXPONENT - LEAST_EXPONENT + 1];
    double power = 0x1p-1022;
    for (int i = 0; i < powers.length; i++) {
      powers[i] = power;
      power *= 2;
    }
    return powers;
  }
}
