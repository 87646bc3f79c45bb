package io.github.molweave.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class GateFunctionsTest {
  private static final double[] SPECIAL = {
    0,
    -0.0,
    Double.MIN_VALUE,
    -Double.MIN_VALUE,
    0x1p-1022,
    1e-300,
    -1e-17,
    22,
    -22,
    37,
    708,
    -708,
    709.5,
    -709.5,
    711,
    -711,
    Double.MAX_VALUE,
    -Double.MAX_VALUE,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.NaN
  };

  private interface OfArray {
    void apply(GateFunctions functions, double[] values, int count);
  }

  /** Often enough that the compiled loops are compared too, vector parts and remainders. */
  private static void compare(OfArray array, DoubleUnaryOperator single) {
    Random random = new Random(6);
    GateFunctions functions = new GateFunctions(700);
    double[] values = new double[700];
    for (int round = 0; round < 3000; round++) {
      int count = round % values.length + 1;
      double[] expected = new double[values.length];
      for (int i = 0; i < values.length; i++) {
        boolean special = random.nextInt(8) == 0;
        values[i] =
            special
                ? SPECIAL[random.nextInt(SPECIAL.length)]
                : random.nextGaussian() * Math.scalb(1.0, random.nextInt(12) - 4);
        expected[i] = i < count ? single.applyAsDouble(values[i]) : values[i];
      }
      array.apply(functions, values, count);
      for (int i = 0; i < values.length; i++) {
        // doubleToLongBits makes one NaN of all.
        assertEquals(Double.doubleToLongBits(expected[i]), Double.doubleToLongBits(values[i]));
      }
    }
  }

  @Test
  void sigmoidsOfManyHaveTheBitsOfOne() {
    compare(GateFunctions::sigmoid, PortableMath::sigmoid);
  }

  @Test
  void tangentsOfManyHaveTheBitsOfOne() {
    compare(GateFunctions::tanh, PortableMath::tanh);
  }
}
