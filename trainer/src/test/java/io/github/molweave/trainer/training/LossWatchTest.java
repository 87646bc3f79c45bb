package io.github.molweave.trainer.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.trainer.checkpoint.Checkpoint.Progress;
import io.github.molweave.trainer.device.TrainingDevice.StepResult;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LossWatchTest {
  /** 20 tokens: guessing costs ln 20 = 2.996 nats. */
  private final LossWatch watch = new LossWatch(20);

  /** After {@code batches} batches of 100 tokens with a mean of 0.8 nats. */
  private static Progress after(int batches) {
    return new Progress(3, batches, 80.0 * batches, 100L * batches, List.of(), Double.NaN);
  }

  private String fault(double nll, int batches) {
    return watch.faultIn(new StepResult(nll, 1), after(batches));
  }

  @Test
  void findsWhatIsNoNumberAtOnce() {
    assertEquals("the loss is no number", fault(Double.NaN, 0));
    assertEquals("the loss is no number", fault(Double.POSITIVE_INFINITY, 0));
    StepResult overflowed = new StepResult(1, Double.POSITIVE_INFINITY);
    assertEquals("the gradient is no number", watch.faultIn(overflowed, after(0)));
  }

  @Test
  void findsALossThatIsThreeTimesAsHighAsGuessing() {
    assertNull(fault(8.9, 50));
    assertTrue(fault(9.0, 50).contains("jumped to 9.00 nats"), fault(9.0, 50));
    assertNull(fault(50, 3), "the first steps of an epoch say nothing yet");
  }

  @Test
  void forgivesASurprisingBatchButNotTwentyInARow() {
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < 19; i++) {
        assertNull(fault(3.5, 50), "3.5 is above 3 * 0.8 + 1");
      }
      assertNull(fault(3.3, 50));
    }
    for (int i = 0; i < 19; i++) {
      assertNull(fault(3.5, 50));
    }
    assertTrue(fault(3.5, 50).contains("far above the 0.800 nats per token"));
  }
}
