package io.github.molweave.trainer.metrics;

import io.github.molweave.trainer.evaluation.Interval;

/**
 * One measured value.
 *
 * @param value the value; NaN when there was nothing to measure
 * @param interval its 95 % interval, or null where none is known
 * @param samples how many molecules of the judged set it rests on
 */
public record Measurement(double value, Interval interval, int samples) {
  private static final double Z = 1.959963984540054;

  static Measurement ofShare(int count, int samples) {
    return samples == 0
        ? new Measurement(Double.NaN, null, 0)
        : new Measurement((double) count / samples, Interval.ofProportion(count, samples), samples);
  }

  /** The value with 1.96 standard errors on both sides, cut off where no value can be. */
  static Measurement ofError(
      double value, double standardError, double low, double high, int samples) {
    Interval interval =
        Double.isNaN(value) || Double.isNaN(standardError)
            ? null
            : new Interval(
                Math.max(low, value - Z * standardError),
                Math.min(high, value + Z * standardError));
    return new Measurement(value, interval, samples);
  }
}
