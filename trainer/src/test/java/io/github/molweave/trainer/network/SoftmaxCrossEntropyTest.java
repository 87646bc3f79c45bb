package io.github.molweave.trainer.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.trainer.batching.Batch;
import org.junit.jupiter.api.Test;

class SoftmaxCrossEntropyTest {

  /** Two molecules of 2 and 1 steps; the values follow by hand from exp(log k) = k. */
  @Test
  void lossAndGradientMatchAHandComputedBatch() {
    Batch batch = new Batch(2, 2, new int[4], new int[] {0, 1, 2, 0}, new int[] {2, 1});
    double[] logits = {
      Math.log(1),
      Math.log(2),
      Math.log(5),
      Math.log(3),
      Math.log(3),
      Math.log(4),
      Math.log(2),
      Math.log(2),
      Math.log(4),
      9,
      9,
      9
    };

    double loss = SoftmaxCrossEntropy.lossAndGradient(logits, 3, batch, 1.0 / 3);

    assertEquals(-Math.log(1.0 / 8) - Math.log(3.0 / 10) - Math.log(4.0 / 8), loss, 1e-12);
    double third = 1.0 / 3;
    double[] expected = {
      third * (0.125 - 1),
      third * 0.25,
      third * 0.625,
      third * 0.3,
      third * (0.3 - 1),
      third * 0.4,
      third * 0.25,
      third * 0.25,
      third * (0.5 - 1),
      0,
      0,
      0
    };
    assertArrayEquals(expected, logits, 1e-12);
  }

  @Test
  void hugeLogitsDoNotOverflow() {
    Batch batch = new Batch(1, 1, new int[1], new int[] {1}, new int[] {1});
    double[] logits = {1e6, -1e6};
    assertEquals(2e6, SoftmaxCrossEntropy.lossAndGradient(logits, 2, batch, 1), 1e-3);
    assertArrayEquals(new double[] {1, -1}, logits, 1e-12);
  }

  @Test
  void aLogitThatIsNoNumberGivesALossThatIsNone() {
    Batch batch = new Batch(1, 1, new int[1], new int[] {1}, new int[] {1});
    double[] logits = {Double.NaN, 0};
    assertTrue(Double.isNaN(SoftmaxCrossEntropy.lossAndGradient(logits, 2, batch, 1)));
  }
}
