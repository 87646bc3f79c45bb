package io.github.molweave.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;

class LogSoftmaxTest {
  private final LogSoftmax logSoftmax = new LogSoftmax();

  @Property(seed = "1")
  void agreesWithTheDefinition(
      @ForAll @Size(min = 1, max = 100)
          List<@DoubleRange(min = -50, max = 50) @Scale(9) Double> values) {
    double[] logits = values.stream().mapToDouble(v -> v).toArray();
    double sum = 0;
    for (double logit : logits) {
      sum += Math.exp(logit);
    }
    logSoftmax.take(logits);
    for (double logit : logits) {
      assertEquals(logit - Math.log(sum), logSoftmax.of(logit), 5e-14);
    }
  }

  @Example
  void hugeLogitsKeepTheirDifferences() {
    logSoftmax.take(new double[] {1e300, 1e300, -1e300});
    assertEquals(-Math.log(2), logSoftmax.of(1e300), 1e-15);
    assertEquals(-2e300, logSoftmax.of(-1e300));
    logSoftmax.take(new double[] {-1e300, -1e300});
    assertEquals(-Math.log(2), logSoftmax.of(-1e300), 1e-15);
  }

  @Example
  void anImpossibleEntryTakesNothing() {
    logSoftmax.take(new double[] {Double.NEGATIVE_INFINITY, 3});
    assertEquals(0, logSoftmax.of(3));
    assertEquals(Double.NEGATIVE_INFINITY, logSoftmax.of(Double.NEGATIVE_INFINITY));
  }

  @Example
  void refusesWhatIsNoNumber() {
    assertRefused(Double.NaN, 1);
    assertRefused(1, Double.NaN);
    assertRefused(Double.POSITIVE_INFINITY, 1);
    assertRefused(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY);
  }

  private void assertRefused(double... logits) {
    assertThrows(ArithmeticException.class, () -> logSoftmax.take(logits));
  }
}
