package io.github.molweave.numeric;

/**
 * An unevaluated sum {@code high + low} of two doubles, about 104 bits: the oracle for the portable
 * functions. It shares no step with them: other reductions, fused multiply-add, twice the digits.
 *
 * <p>Source: Dekker 1971; Hida, Li and Bailey 2001.
 */
record DoubleDouble(double high, double low) {
  static final DoubleDouble ONE = new DoubleDouble(1, 0);
  private static final DoubleDouble LN2 =
      new DoubleDouble(0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56);
  private static final int HALVINGS = 6;

  static DoubleDouble of(double value) {
    return new DoubleDouble(value, 0);
  }

  private static DoubleDouble sum(double a, double b) {
    double s = a + b;
    double bb = s - a;
    return new DoubleDouble(s, (a - (s - bb)) + (b - bb));
  }

  DoubleDouble plus(DoubleDouble other) {
    DoubleDouble s = sum(high, other.high);
    DoubleDouble t = sum(low, other.low);
    DoubleDouble u = sum(s.high, s.low + t.high);
    return sum(u.high, u.low + t.low);
  }

  DoubleDouble minus(DoubleDouble other) {
    return plus(new DoubleDouble(-other.high, -other.low));
  }

  DoubleDouble times(DoubleDouble other) {
    double p = high * other.high;
    double error = Math.fma(high, other.high, -p) + (high * other.low + low * other.high);
    return sum(p, error);
  }

  DoubleDouble times(double factor) {
    return times(of(factor));
  }

  DoubleDouble over(DoubleDouble other) {
    double q1 = high / other.high;
    DoubleDouble rest = minus(other.times(q1));
    double q2 = rest.high / other.high;
    double q3 = rest.minus(other.times(q2)).high / other.high;
    return sum(q1, q2).plus(of(q3));
  }

  /** x * 2^k where neither the argument nor the result is subnormal or too large. */
  DoubleDouble scaled(int k) {
    double first = Math.scalb(1.0, k / 2);
    double second = Math.scalb(1.0, k - k / 2);
    return new DoubleDouble(high * first * second, low * first * second);
  }

  /** e^x - 1 for |x| <= 1 by its series, so that nothing is lost near 0. */
  DoubleDouble smallExpMinusOne() {
    DoubleDouble term = this;
    DoubleDouble total = this;
    for (int n = 2; n <= 32; n++) {
      term = term.times(this).over(of(n));
      total = total.plus(term);
    }
    return total;
  }

  /** The k with e^x = m * 2^k, m near 1. */
  static int exponentOfExp(double x) {
    return (int) Math.rint(x / LN2.high);
  }

  /** The m with e^x = m * 2^{@link #exponentOfExp}. */
  static DoubleDouble mantissaOfExp(double x) {
    DoubleDouble r = of(x).minus(LN2.times(exponentOfExp(x)));
    DoubleDouble small = r.scaled(-HALVINGS);
    DoubleDouble term = small;
    DoubleDouble m = small;
    for (int n = 2; n <= 12; n++) {
      term = term.times(small).times(INVERSE[n]);
      m = m.plus(term);
    }
    // (1 + m)^2 - 1 = 2m + m^2 keeps the small part apart from the 1 until the end.
    for (int i = 0; i < HALVINGS; i++) {
      m = m.times(2).plus(m.times(m));
    }
    return ONE.plus(m);
  }

  /** e^x, for results that are normal numbers. */
  static DoubleDouble exp(double x) {
    return mantissaOfExp(x).scaled(exponentOfExp(x));
  }

  /** The logarithm of a normal positive {@code x}: one Newton step from the host's. */
  static DoubleDouble log(double x) {
    if (Math.abs(x - 1) < 0x1p-10) {
      return logNearOne(of(x).minus(ONE));
    }
    double y = StrictMath.log(x);
    int k = Math.getExponent(x);
    DoubleDouble mantissa = of(Math.scalb(x, -k));
    DoubleDouble e = mantissaOfExp(-y).times(mantissa).scaled(exponentOfExp(-y) + k);
    DoubleDouble delta = e.minus(ONE);
    return of(y).plus(delta).minus(delta.times(delta).times(0.5));
  }

  /** log(1 + f) by its series, because the Newton step is accurate to an absolute error only. */
  private static DoubleDouble logNearOne(DoubleDouble f) {
    DoubleDouble power = f;
    DoubleDouble total = f;
    for (int n = 2; n <= 12; n++) {
      power = power.times(f).times(-1);
      total = total.plus(power.over(of(n)));
    }
    return total;
  }

  /** 1 / (1 + e^-x) for |x| <= 700. */
  static DoubleDouble sigmoid(double x) {
    return ONE.over(ONE.plus(exp(-x)));
  }

  /** tanh for |x| <= 300. */
  static DoubleDouble tanh(double x) {
    DoubleDouble em1 = Math.abs(x) < 0.5 ? of(2 * x).smallExpMinusOne() : exp(2 * x).minus(ONE);
    return em1.over(em1.plus(of(2)));
  }

  private static final DoubleDouble[] INVERSE = inverses();

  private static DoubleDouble[] inverses() {
    DoubleDouble[] inverses = new DoubleDouble[13];
    for (int n = 1; n < inverses.length; n++) {
      inverses[n] = ONE.over(of(n));
    }
    return inverses;
  }
}
