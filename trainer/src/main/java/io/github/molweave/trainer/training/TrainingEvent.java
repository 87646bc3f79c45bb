package io.github.molweave.trainer.training;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.trainer.evaluation.EpochSamples;
import java.nio.file.Path;
import java.util.List;

/** What a run tells its listeners, in the order in which it happens. */
public sealed interface TrainingEvent {

  /**
   * The run begins or goes on.
   *
   * @param device what does the arithmetic
   * @param parameters how many the network has
   * @param epoch the epoch that comes first, from 1
   */
  record Started(String device, int parameters, int epoch) implements TrainingEvent {}

  /**
   * The model that the run begins from was measured; it is the best until an epoch is better.
   *
   * @param validationNll on held-out molecules, nats per token
   */
  record StartMeasured(double validationNll) implements TrainingEvent {}

  /**
   * One optimiser step.
   *
   * @param position where the run stands after it
   * @param nllPerToken the batch's mean negative log-likelihood, nats
   * @param gradientNorm before clipping
   * @param learningRate the step size used
   * @param tokens targets in the batch
   */
  record StepDone(
      Position position, double nllPerToken, double gradientNorm, double learningRate, int tokens)
      implements TrainingEvent {}

  /**
   * One pass over the corpus.
   *
   * @param epoch from 1
   * @param trainingNll mean over the epoch while learning, nats per token
   * @param validationNll on held-out molecules after it, nats per token; NaN without such
   * @param rank whether this is the best validation so far
   * @param steps optimiser steps of the run so far
   * @param samples what the network writes now, or null when none were drawn
   */
  record EpochDone(
      int epoch,
      double trainingNll,
      double validationNll,
      Rank rank,
      long steps,
      EpochSamples samples)
      implements TrainingEvent {}

  /** The model file of the run now holds {@code model}. */
  record ModelWritten(ModelFile model) implements TrainingEvent {}

  /**
   * Patience ran out: the run is over before its last epoch.
   *
   * @param epoch the last one, from 1
   * @param best the one with the best validation; 0 when the model that the run began from is
   *     better
   */
  record EndedEarly(int epoch, int best) implements TrainingEvent {}

  /** A file from which the run can go on now stands. */
  record CheckpointWritten(Path file) implements TrainingEvent {}

  /** A checkpoint or the model could not be written; the run goes on and tries again later. */
  record WriteFailed(String reason) implements TrainingEvent {}

  /**
   * The newest checkpoints were not whole, and the run goes on from an older one.
   *
   * @param damaged newest first
   * @param used where the run goes on from
   */
  record FellBack(List<Path> damaged, Path used) implements TrainingEvent {}

  /** The run was asked to stop and can be resumed. */
  record Stopped(Position position) implements TrainingEvent {}

  /** How an epoch's validation compares with those before. */
  enum Rank {
    /** The lowest negative log-likelihood so far. */
    BEST,
    /** An earlier epoch was better. */
    NOT_BEST
  }

  /**
   * Where a run stands.
   *
   * @param epoch from 1
   * @param epochs of the whole run
   * @param batch batches done in this epoch
   * @param batches in this epoch
   */
  record Position(int epoch, int epochs, int batch, int batches) {}
}
