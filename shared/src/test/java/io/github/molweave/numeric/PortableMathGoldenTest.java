package io.github.molweave.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * The bits of a million values of each function, as one 32-bit number. A failure here means that
 * models would write other molecules: raise {@code numericVersion} or undo the change.
 *
 * <p>The grid is x = (i - 500000) * step for i = 0 .. 999999; the logarithm is taken of exp(x),
 * which runs from 0 over all subnormal and normal numbers to infinity. For each value, first the
 * lower and then the upper 32 bits w update the hash by h = (h xor w) * 16777619, from h =
 * 0x811C9DC5 on.
 */
class PortableMathGoldenTest {
  private static final double WIDE = 3.0 / 2048;
  private static final double NARROW = 1.0 / 16384;

  @Test
  void expKeepsItsBits() {
    assertEquals("fbf8b9c6", hash(PortableMath::exp, WIDE));
  }

  @Test
  void logKeepsItsBits() {
    assertEquals("eaa4b84a", hash(x -> PortableMath.log(PortableMath.exp(x)), WIDE));
  }

  @Test
  void sigmoidKeepsItsBits() {
    assertEquals("c808347c", hash(PortableMath::sigmoid, WIDE));
  }

  @Test
  void tanhKeepsItsBits() {
    assertEquals("aa1f7859", hash(PortableMath::tanh, NARROW));
  }

  private static String hash(DoubleUnaryOperator function, double step) {
    int h = 0x811C9DC5;
    for (int i = 0; i < 1_000_000; i++) {
      long bits = Double.doubleToRawLongBits(function.applyAsDouble((i - 500_000) * step));
      h = (h ^ (int) bits) * 16777619;
      h = (h ^ (int) (bits >>> 32)) * 16777619;
    }
    return Integer.toHexString(h);
  }
}
