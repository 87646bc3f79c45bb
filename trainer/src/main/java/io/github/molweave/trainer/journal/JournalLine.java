package io.github.molweave.trainer.journal;

import io.github.molweave.trainer.evaluation.EpochSamples;
import io.github.molweave.trainer.evaluation.Share;
import java.time.Instant;
import java.util.List;

/** One line of the journal of a run. */
public sealed interface JournalLine {

  /** Optimiser steps of the run so far. */
  long step();

  /** Pass over the corpus, from 1; 0 for the model that the run began from. */
  int epoch();

  /** When it was written. */
  Instant time();

  /**
   * One optimiser step of every few.
   *
   * @param loss of this step's batch, nats per token
   * @param gradientNorm of this step, before clipping
   * @param learningRate of this step
   * @param tokensPerSecond since the line before, without the time between epochs; NaN when no time
   *     went by
   */
  record Step(
      Instant time,
      long step,
      int epoch,
      double loss,
      double gradientNorm,
      double learningRate,
      double tokensPerSecond)
      implements JournalLine {}

  /**
   * The end of an epoch, or as epoch 0 the model that the run began from.
   *
   * @param trainingLoss mean while learning, nats per token; NaN of epoch 0
   * @param validationLoss on held-out molecules, nats per token; NaN without such
   * @param best whether it is the lowest validation so far
   * @param samples what was drawn then, or null
   */
  record Epoch(
      Instant time,
      long step,
      int epoch,
      double trainingLoss,
      double validationLoss,
      boolean best,
      Samples samples)
      implements JournalLine {}

  /**
   * Figures of samples.
   *
   * @param validity molecules among all samples
   * @param uniqueness different molecules among the valid ones
   * @param novelty those not in the training corpus among the different ones
   * @param molecules the first few valid ones, SMILES
   */
  record Samples(Share validity, Share uniqueness, Share novelty, List<String> molecules) {
    /** How many molecules are kept. */
    public static final int MOLECULES = 12;

    /** Copies the list. */
    public Samples {
      molecules = List.copyOf(molecules);
    }

    /** The figures of {@code drawn}. */
    public static Samples of(EpochSamples drawn) {
      List<String> valid = drawn.valid();
      return new Samples(
          drawn.validity(),
          drawn.uniqueness(),
          drawn.novelty(),
          valid.subList(0, Math.min(MOLECULES, valid.size())));
    }
  }
}
