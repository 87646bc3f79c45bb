package io.github.molweave.trainer.evaluation;

import java.util.List;

/**
 * What a network wrote after an epoch when nothing helped it: T = 1, nothing cut, nothing redrawn.
 *
 * @param drawn how many samples were drawn
 * @param valid the SMILES of those that are molecules, in the order of drawing
 * @param distinct how many different constitutions the valid ones have
 * @param known how many of these constitutions a training molecule has
 * @param failures the first few of those that are no molecules, with the reason
 */
public record EpochSamples(
    int drawn, List<String> valid, int distinct, int known, List<Failure> failures) {

  /** How many failures are kept. */
  public static final int FAILURES = 5;

  /** Copies the lists. */
  public EpochSamples {
    valid = List.copyOf(valid);
    failures = List.copyOf(failures);
  }

  /**
   * A text that is no molecule.
   *
   * @param text what the network wrote
   * @param reason why it is none, in words
   */
  public record Failure(String text, String reason) {}

  /** Molecules among all samples. */
  public Share validity() {
    return new Share(valid.size(), drawn);
  }

  /** Different molecules among the valid samples. */
  public Share uniqueness() {
    return new Share(distinct, valid.size());
  }

  /** Molecules that training never saw among the different ones. */
  public Share novelty() {
    return new Share(distinct - known, distinct);
  }
}
