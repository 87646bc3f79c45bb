package io.github.molweave.sampling;

import java.util.List;

/**
 * One step of a molecule.
 *
 * @param text the token's spelling in the vocabulary, also for END
 * @param id the token's id
 * @param logProbability the model's own at this step: nats, T = 1, nothing cut away
 * @param masked the model's own probability, T = 1, of all tokens that the validity mask refused at
 *     this step, 0..1; 0 without a mask
 * @param runnersUp the likeliest other tokens that could have been drawn, likeliest first, at most
 *     {@value #MOST_RUNNERS_UP}; empty unless {@link StepDetail#RUNNERS_UP} was asked for
 */
public record SampledToken(
    String text, int id, double logProbability, double masked, List<RunnerUp> runnersUp) {
  /** How many runners-up a step records at most. */
  public static final int MOST_RUNNERS_UP = 5;

  /** Copies the list. */
  public SampledToken {
    runnersUp = List.copyOf(runnersUp);
  }
}
