package io.github.molweave.trainer.training;

import io.github.molweave.trainer.checkpoint.Checkpoint.Progress;
import io.github.molweave.trainer.device.TrainingDevice.StepResult;
import java.util.Locale;

/**
 * Tells when a loss is lost: it or the gradient is no number, or it is far above guessing, or it
 * stays far above what it was in this epoch. One bad batch is no sign: molecules of two tokens can
 * surprise a good network.
 */
final class LossWatch {
  /** Steps of an epoch before its mean says anything. */
  private static final int FEW = 10;

  private static final int LONG = 20;
  private static final double FAR = 3;

  private final double guessing;
  private int highInARow;

  /**
   * @param vocabularySize V: a network that knows nothing has a loss of log V
   */
  LossWatch(int vocabularySize) {
    this.guessing = Math.log(vocabularySize);
  }

  /**
   * Looks at one step.
   *
   * @param before the epoch before this step
   * @return what is wrong, or null
   */
  String faultIn(StepResult step, Progress before) {
    double nll = step.nllPerToken();
    if (!Double.isFinite(nll)) {
      return "the loss is no number";
    }
    if (!Double.isFinite(step.gradientNorm())) {
      return "the gradient is no number";
    }
    if (before.batch() < FEW) {
      highInARow = 0;
      return null;
    }
    double mean = before.epochNll() / before.epochTokens();
    if (nll > FAR * Math.max(guessing, mean)) {
      return String.format(
          Locale.ROOT,
          "the loss has jumped to %.3g nats per token, where guessing blindly costs %.3g",
          nll,
          guessing);
    }
    highInARow = nll > FAR * mean + 1 ? highInARow + 1 : 0;
    if (highInARow >= LONG) {
      return String.format(
          Locale.ROOT,
          "the loss has been far above the %.3g nats per token of this epoch for %d steps, now %.3g",
          mean,
          LONG,
          nll);
    }
    return null;
  }
}
