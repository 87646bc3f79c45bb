package io.github.molweave.trainer.training;

import java.util.OptionalInt;

/**
 * How steep the way down is taken.
 *
 * @param learningRate Adam's step size at its highest, 0 &lt; lr &lt;= 1
 * @param warmup steps over which the step size rises, 0..1,000,000; empty for {@link
 *     LearningRateSchedule}'s own choice
 * @param clipNorm the gradient's Euclidean norm is scaled down to this, finite and above 0
 * @param weightDecay the part of each weight, times the learning rate, that every update takes
 *     away, 0 &lt;= weightDecay &lt; 1
 */
public record OptimiserSettings(
    double learningRate, OptionalInt warmup, double clipNorm, double weightDecay) {
  private static final int MOST_WARMUP = 1_000_000;

  /** Checks every range. */
  public OptimiserSettings {
    if (!(learningRate > 0 && learningRate <= 1)) {
      throw new IllegalArgumentException("lr must be above 0 and at most 1, not " + learningRate);
    }
    if (warmup.isPresent() && (warmup.getAsInt() < 0 || warmup.getAsInt() > MOST_WARMUP)) {
      throw new IllegalArgumentException(
          "warmup must be 0.." + MOST_WARMUP + ", not " + warmup.getAsInt());
    }
    if (!(clipNorm > 0 && clipNorm < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("clip must be above 0 and finite, not " + clipNorm);
    }
    if (!(weightDecay >= 0 && weightDecay < 1)) {
      throw new IllegalArgumentException(
          "weight-decay must be at least 0 and below 1, not " + weightDecay);
    }
  }

  /** The usual warm-up, no weight decay. */
  public static OptimiserSettings plain(double learningRate, double clipNorm) {
    return new OptimiserSettings(learningRate, OptionalInt.empty(), clipNorm, 0);
  }
}
