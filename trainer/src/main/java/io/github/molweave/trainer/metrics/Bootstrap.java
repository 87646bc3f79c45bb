package io.github.molweave.trainer.metrics;

import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * Standard errors by drawing the judged molecules again, with replacement; the reference stays.
 *
 * <p>Why an error and not percentiles: a distance that is nearly zero only grows when molecules are
 * drawn again, so percentiles can leave out the very value they are to surround.
 *
 * <p>Determinism: seeded; replicate {@code i} does not depend on how many there are, nor on
 * threads.
 *
 * <p>Source: B. Efron, R. Tibshirani, An Introduction to the Bootstrap (1993), chapters 6 and 12.
 */
final class Bootstrap {
  /** Enough for an error that is itself known to about 5 %. */
  static final int REPLICATES = 200;

  private final int size;
  private final long seed;
  private final Workers workers;

  /**
   * @param size how many molecules are drawn, from as many
   */
  Bootstrap(int size, long seed, Workers workers) {
    this.size = size;
    this.seed = seed;
    this.workers = workers;
  }

  /** The standard error of {@code statistic}, which is given how often each molecule was drawn. */
  double standardError(ToDoubleFunction<int[]> statistic) {
    double[] values = new double[REPLICATES];
    workers.forEach(
        REPLICATES, replicate -> values[replicate] = statistic.applyAsDouble(counts(replicate)));
    double mean = 0;
    for (double value : values) {
      mean += value / REPLICATES;
    }
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / (REPLICATES - 1));
  }

  private int[] counts(int replicate) {
    Random random = new Random(seed * 1_000_003 + replicate);
    int[] counts = new int[size];
    for (int draw = 0; draw < size; draw++) {
      counts[random.nextInt(size)]++;
    }
    return counts;
  }
}
