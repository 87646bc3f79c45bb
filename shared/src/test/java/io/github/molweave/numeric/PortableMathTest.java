package io.github.molweave.numeric;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PortableMathTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  @Test
  void nanComesOutAsNan() {
    assertAll(
        () -> assertEquals(Double.NaN, PortableMath.exp(Double.NaN)),
        () -> assertEquals(Double.NaN, PortableMath.log(Double.NaN)),
        () -> assertEquals(Double.NaN, PortableMath.sigmoid(Double.NaN)),
        () -> assertEquals(Double.NaN, PortableMath.tanh(Double.NaN)));
  }

  @Test
  void infinitiesGiveTheLimits() {
    assertAll(
        () -> assertEquals(INFINITY, PortableMath.exp(INFINITY)),
        () -> assertEquals(0.0, PortableMath.exp(-INFINITY)),
        () -> assertEquals(INFINITY, PortableMath.log(INFINITY)),
        () -> assertEquals(Double.NaN, PortableMath.log(-INFINITY)),
        () -> assertEquals(1.0, PortableMath.sigmoid(INFINITY)),
        () -> assertEquals(0.0, PortableMath.sigmoid(-INFINITY)),
        () -> assertEquals(1.0, PortableMath.tanh(INFINITY)),
        () -> assertEquals(-1.0, PortableMath.tanh(-INFINITY)));
  }

  @Test
  void zeroesOnesAndTheEndsOfTheRangeAreExact() {
    assertAll(
        () -> assertEquals(1.0, PortableMath.exp(0.0)),
        () -> assertEquals(1.0, PortableMath.exp(-0.0)),
        () -> assertEquals(-INFINITY, PortableMath.log(0.0)),
        () -> assertEquals(-INFINITY, PortableMath.log(-0.0)),
        () -> assertEquals(Double.NaN, PortableMath.log(-1.0)),
        () -> assertEquals(Double.NaN, PortableMath.log(-Double.MIN_VALUE)),
        () -> assertEquals(0.0, PortableMath.log(1.0)),
        () -> assertEquals(0.5, PortableMath.sigmoid(0.0)),
        () -> assertEquals(0.0, PortableMath.tanh(0.0)),
        () -> assertEquals(0.0, PortableMath.tanh(-0.0)),
        () -> assertEquals(1.0, PortableMath.tanh(20)),
        () -> assertEquals(1.0, PortableMath.sigmoid(40)),
        () -> assertEquals(Double.MIN_VALUE, PortableMath.exp(-745.13)),
        () -> assertEquals(0.0, PortableMath.exp(-745.14)),
        () -> assertEquals(INFINITY, PortableMath.exp(709.79)),
        () -> assertEquals(0.0, PortableMath.sigmoid(-709.5)),
        () -> assertEquals(-744.4400719213812, PortableMath.log(Double.MIN_VALUE)),
        () -> assertEquals(709.782712893384, PortableMath.log(Double.MAX_VALUE)),
        () -> assertEquals(Double.MIN_VALUE, PortableMath.tanh(Double.MIN_VALUE)));
  }

  @Test
  void logOfEveryPowerOfTwoIsItsMultipleOfLn2() {
    for (int k = -1074; k <= 1023; k++) {
      double want = k * 0.6931471805599453;
      assertEquals(want, PortableMath.log(Math.scalb(1.0, k)), Math.ulp(want), "2^" + k);
    }
  }

  @Property(seed = "1")
  void tanhIsOddToTheBit(@ForAll double x) {
    assertEquals(0.0, PortableMath.tanh(x) + PortableMath.tanh(-x));
  }

  @Property(seed = "1")
  void everyResultStaysInItsRange(@ForAll double x) {
    double s = PortableMath.sigmoid(x);
    double t = PortableMath.tanh(x);
    assertTrue(s >= 0 && s <= 1);
    assertTrue(t >= -1 && t <= 1);
    assertTrue(PortableMath.exp(x) >= 0);
  }

  @Test
  void activationsAreRoundedToTheNearestStepHalvesUpwards() {
    assertAll(
        () -> assertEquals(16384, FixedPoint.of(1)),
        () -> assertEquals(-16384, FixedPoint.of(-1)),
        () -> assertEquals(0, FixedPoint.of(0)),
        () -> assertEquals(1, FixedPoint.of(0.5 / 16384)),
        () -> assertEquals(0, FixedPoint.of(-0.5 / 16384)),
        () -> assertEquals(-1, FixedPoint.of(-0.51 / 16384)),
        () -> assertEquals(8192, FixedPoint.of(0.5)));
  }
}
