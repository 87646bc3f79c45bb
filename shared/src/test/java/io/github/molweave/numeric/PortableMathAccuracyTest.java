package io.github.molweave.numeric;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Holds every accuracy that {@link PortableMath} states against the double-double oracle. */
class PortableMathAccuracyTest {
  private static final int POINTS = 1_500_000;

  @Test
  void expIsWithinItsStatedError() {
    assertWorst(1.01, PortableMath::exp, DoubleDouble::exp, symmetric(707, 20, 0.4));
  }

  @Test
  void logIsWithinItsStatedError() {
    double[] x = new double[POINTS];
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < x.length; i++) {
      x[i] =
          switch (i % 3) {
            case 0 -> Math.scalb(1 + random.nextDouble(), random.nextInt(2040) - 1020);
            case 1 -> 0.5 + random.nextDouble();
            default -> 1 + Math.scalb(random.nextDouble() - 0.5, -random.nextInt(45));
          };
    }
    assertWorst(0.85, PortableMath::log, DoubleDouble::log, x);
  }

  @Test
  void sigmoidIsWithinItsStatedError() {
    assertWorst(2.50, PortableMath::sigmoid, DoubleDouble::sigmoid, symmetric(700, 45, 4));
  }

  @Test
  void tanhIsWithinItsStatedErrorDownToTheSmallestArguments() {
    double[] x = symmetric(25, 2, 0.4);
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < x.length; i += 4) {
      x[i] = Math.scalb(x[i], -random.nextInt(900));
    }
    assertWorst(2.60, PortableMath::tanh, DoubleDouble::tanh, x);
  }

  @Test
  void subnormalResultsOfExpAreAsAccurate() {
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 100_000; i++) {
      double x = -708.4 - 36.7 * random.nextDouble();
      int k = DoubleDouble.exponentOfExp(x);
      double scaledUp = DoubleDouble.mantissaOfExp(x).high();
      double got = Math.scalb(PortableMath.exp(x), 600);
      double error = Math.abs(got - Math.scalb(scaledUp, k + 600)) / Math.scalb(1.0, -1074 + 600);
      assertTrue(error <= 1.01, () -> "exp(" + x + ") is off by " + error + " of 2^-1074");
    }
  }

  @Test
  void logOfSubnormalsIsAccurate() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 100_000; i++) {
      double x = random.nextLong(1, 1L << 52) * Double.MIN_VALUE;
      double want = DoubleDouble.log(x * 0x1p100).minus(DoubleDouble.log(0x1p100)).high();
      assertTrue(Math.abs(PortableMath.log(x) - want) <= Math.ulp(want), () -> "log(" + x + ")");
    }
  }

  private static double[] symmetric(double wide, double middle, double near) {
    double[] x = new double[POINTS];
    double[] spans = {wide, middle, near};
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < x.length; i++) {
      x[i] = (2 * random.nextDouble() - 1) * spans[i % 3];
    }
    return x;
  }

  private static void assertWorst(
      double most, DoubleUnaryOperator tested, DoubleFunction<DoubleDouble> oracle, double[] xs) {
    double worst = 0;
    double where = 0;
    for (double x : xs) {
      DoubleDouble exact = oracle.apply(x);
      if (exact.high() == 0) {
        continue;
      }
      double difference = (tested.applyAsDouble(x) - exact.high()) - exact.low();
      double error = Math.abs(difference) / Math.ulp(exact.high());
      if (!(error <= worst)) {
        worst = error;
        where = x;
      }
    }
    assertTrue(worst <= most, "off by " + worst + " ulp at " + where + ", stated " + most);
  }
}
