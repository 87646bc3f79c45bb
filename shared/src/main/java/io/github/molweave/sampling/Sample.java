package io.github.molweave.sampling;

import java.util.List;

/**
 * A drawn molecule: what the model wrote, valid or not.
 *
 * @param index which molecule of the seed it is, 0..2^31-1
 * @param text the tokens joined, prefix included, END not
 * @param tokens the steps, prefix included; END is the last one when it was drawn. Empty when
 *     {@link StepDetail#NONE} was asked for
 * @param logProbability the model's own log probability of all steps together, prefix and drawn END
 *     included: nats, T = 1, nothing cut away
 * @param stop why it ends here
 */
public record Sample(
    int index, String text, List<SampledToken> tokens, double logProbability, StopReason stop) {
  /** Copies the list. */
  public Sample {
    tokens = List.copyOf(tokens);
  }
}
