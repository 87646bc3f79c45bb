package io.github.molweave.trainer.training;

import java.util.OptionalInt;

/**
 * Adam's step size over a run: a linear rise over the first steps, while Adam's moments are still
 * guesses, then half a cosine down to a hundredth, because the last digits of the loss are won with
 * small steps.
 *
 * <p>Source: the cosine of Loshchilov and Hutter 2017 (arXiv:1608.03983, equation 5), one cycle.
 *
 * @param highest the step size after the rise
 * @param warmup steps of the rise; empty for {@value #USUAL_WARMUP}, or a tenth of a run that is
 *     shorter than ten times that
 * @param totalSteps optimiser steps of the whole run, at least 1
 */
public record LearningRateSchedule(double highest, OptionalInt warmup, long totalSteps) {
  /** Steps of the rise when nothing else is asked for. */
  public static final int USUAL_WARMUP = 200;

  private static final double LAST_FRACTION = 0.01;

  /**
   * The step size of update {@code step}.
   *
   * @param step 0 for the first; beyond the end the last value stands
   */
  public double at(long step) {
    long rise = warmup.isPresent() ? warmup.getAsInt() : Math.min(USUAL_WARMUP, totalSteps / 10);
    if (step < rise) {
      return highest * (step + 1) / (rise + 1);
    }
    double done = Math.min(1.0, (step - rise) / (double) Math.max(1, totalSteps - rise));
    double cosine = (1 + Math.cos(Math.PI * done)) / 2;
    return highest * (LAST_FRACTION + (1 - LAST_FRACTION) * cosine);
  }
}
