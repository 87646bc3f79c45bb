package io.github.molweave.trainer.training;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.trainer.evaluation.EpochSamples;

/** Hears what a run does, and may look at the network after each epoch. */
@FunctionalInterface
public interface TrainingListener {
  /** Called on the training thread, between steps: be quick. */
  void on(TrainingEvent event);

  /**
   * Asked at the end of each epoch, before {@link TrainingEvent.EpochDone}, what the network writes
   * now. May take its time: training waits.
   *
   * @param epoch from 1
   * @param model the weights as they are, with an empty card
   * @return samples, or null when none are to be drawn
   */
  default EpochSamples sample(int epoch, ModelFile model) {
    return null;
  }
}
