package io.github.molweave.sampling;

import io.github.molweave.smiles.Validity;
import java.util.List;

/**
 * A drawn molecule: what the model wrote, valid or not. Under {@link ValidityMode#REJECT} it is
 * invalid only when every attempt was.
 *
 * @param index which molecule of the seed it is, 0..2^31-1
 * @param text the tokens joined, prefix included, END not
 * @param smiles the SMILES that the text spells: the text itself, or what its SELFIES mean; empty
 *     when it spells none
 * @param validity whether the text is a molecule, or why not
 * @param redraws how many invalid samples were thrown away before this one, 0..attempts-1
 * @param tokens the steps, prefix included; END is the last one when it was drawn. Empty when
 *     {@link StepDetail#NONE} was asked for
 * @param logProbability the model's own log probability of all steps together, prefix and drawn END
 *     included: nats, T = 1, nothing cut away
 * @param stop why it ends here
 */
public record Sample(
    int index,
    String text,
    String smiles,
    Validity validity,
    int redraws,
    List<SampledToken> tokens,
    double logProbability,
    StopReason stop) {
  /** Copies the list. */
  public Sample {
    tokens = List.copyOf(tokens);
  }

  /** Whether the text is a molecule. */
  public boolean isValid() {
    return validity instanceof Validity.Valid;
  }
}
