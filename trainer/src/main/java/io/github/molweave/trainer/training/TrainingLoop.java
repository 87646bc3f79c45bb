package io.github.molweave.trainer.training;

import io.github.molweave.tokens.Vocabulary;
import io.github.molweave.trainer.batching.Batch;
import io.github.molweave.trainer.batching.BatchSource;
import io.github.molweave.trainer.checkpoint.Checkpoint.EpochResult;
import io.github.molweave.trainer.checkpoint.Checkpoint.Progress;
import io.github.molweave.trainer.checkpoint.CheckpointException;
import io.github.molweave.trainer.corpus.TrainingData;
import io.github.molweave.trainer.device.TrainingDevice;
import io.github.molweave.trainer.device.TrainingDevice.StepResult;
import io.github.molweave.trainer.evaluation.EpochSamples;
import io.github.molweave.trainer.training.TrainingEvent.EndedEarly;
import io.github.molweave.trainer.training.TrainingEvent.EpochDone;
import io.github.molweave.trainer.training.TrainingEvent.Position;
import io.github.molweave.trainer.training.TrainingEvent.Rank;
import io.github.molweave.trainer.training.TrainingEvent.StepDone;
import io.github.molweave.trainer.training.TrainingEvent.Stopped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Steps through the epochs. What it does next depends only on settings, corpus, the device's state
 * and {@link Progress}, so a run that is stopped and resumed ends in the same bits as one that was
 * not.
 */
final class TrainingLoop {
  private final TrainingSettings settings;
  private final TrainingDevice device;
  private final BatchSource training;
  private final BatchSource validation;
  private final LearningRateSchedule schedule;
  private final Vocabulary vocabulary;
  private final LossWatch losses;
  private final Recorder recorder;
  private final TrainingListener listener;
  private final BooleanSupplier stopRequested;

  /** Puts results on disk. */
  interface Recorder {
    /** A step was taken; writes a checkpoint when it is time for one. */
    void afterStep(Progress progress) throws CheckpointException;

    /** What the network writes after {@code epoch} (from 1); null when nobody wants to know. */
    EpochSamples sample(int epoch);

    /** An epoch is over; {@code rank} says whether its weights are the best so far. */
    void afterEpoch(Progress progress, Rank rank, EpochSamples samples) throws CheckpointException;

    /** The run stops here for now. */
    void whenStopped(Progress progress) throws CheckpointException;
  }

  TrainingLoop(
      TrainingSettings settings,
      TrainingData data,
      TrainingDevice device,
      Recorder recorder,
      TrainingListener listener,
      BooleanSupplier stopRequested) {
    this.settings = settings;
    this.device = device;
    this.training = new BatchSource(data.training(), settings.batchSize(), settings.seed());
    this.validation = new BatchSource(data.validation(), settings.batchSize(), 0);
    this.schedule =
        new LearningRateSchedule(
            settings.optimiser().learningRate(),
            settings.optimiser().warmup(),
            (long) settings.epochs() * training.batchCount());
    this.vocabulary = data.training().vocabulary();
    this.losses = new LossWatch(vocabulary.size());
    this.recorder = recorder;
    this.listener = listener;
    this.stopRequested = stopRequested;
  }

  /** Goes on from {@code progress} until {@link #isOver}, or until a stop is requested. */
  Progress run(Progress progress) throws CheckpointException, TrainingDivergedException {
    Progress current = progress;
    while (!isOver(current)) {
      Progress end = runEpoch(current);
      if (end.batch() < training.batchCount()) {
        recorder.whenStopped(end);
        listener.on(new Stopped(position(end)));
        return end;
      }
      current = finishEpoch(end);
    }
    if (current.epoch() < settings.epochs()) {
      listener.on(new EndedEarly(current.epoch(), current.epoch() - current.epochsSinceBest()));
    }
    return current;
  }

  /** Whether all epochs are done, or the last ones brought nothing better. */
  boolean isOver(Progress progress) {
    boolean patient = settings.patience() == 0 || progress.epochsSinceBest() < settings.patience();
    return progress.epoch() >= settings.epochs() || (progress.batch() == 0 && !patient);
  }

  private Progress runEpoch(Progress from) throws CheckpointException, TrainingDivergedException {
    BatchSource.Epoch epoch = training.epoch(from.epoch());
    Progress progress = from;
    try (BatchesAhead batches = new BatchesAhead(epoch, device, progress.batch())) {
      while (progress.batch() < epoch.size() && !stopRequested.getAsBoolean()) {
        Batch batch = batches.take();
        long step = (long) progress.epoch() * epoch.size() + progress.batch();
        double learningRate = schedule.at(step);
        StepResult result = device.trainStep(batch, learningRate);
        String fault = losses.faultIn(result, progress);
        if (fault != null) {
          throw new TrainingDivergedException(step, fault, learningRate, batch, vocabulary);
        }
        progress = advanced(progress, batch, result);
        listener.on(
            new StepDone(
                position(progress),
                result.nllPerToken(),
                result.gradientNorm(),
                learningRate,
                batch.predictions()));
        recorder.afterStep(progress);
      }
    }
    return progress;
  }

  private static Progress advanced(Progress progress, Batch batch, StepResult result) {
    int tokens = batch.predictions();
    return new Progress(
        progress.epoch(),
        progress.batch() + 1,
        progress.epochNll() + result.nllPerToken() * tokens,
        progress.epochTokens() + tokens,
        progress.history(),
        progress.startingNll());
  }

  private Progress finishEpoch(Progress end) throws CheckpointException {
    double trainingNll = end.epochNll() / end.epochTokens();
    double validationNll = validationNll();
    Rank rank =
        Double.isNaN(validationNll) || validationNll < end.bestValidationNll()
            ? Rank.BEST
            : Rank.NOT_BEST;
    List<EpochResult> history = new ArrayList<>(end.history());
    history.add(new EpochResult(trainingNll, validationNll));
    Progress next = new Progress(end.epoch() + 1, 0, 0, 0, history, end.startingNll());
    EpochSamples samples = recorder.sample(next.epoch());
    long steps = (long) next.epoch() * training.batchCount();
    // Told before the checkpoint: a run that is killed in between tells it again, never not at all.
    listener.on(new EpochDone(next.epoch(), trainingNll, validationNll, rank, steps, samples));
    recorder.afterEpoch(next, rank, samples);
    return next;
  }

  /** Of the weights as they are, on held-out molecules, nats per token; NaN without such. */
  double validationNll() {
    double sum = 0;
    long tokens = 0;
    BatchSource.Epoch batches = validation.epoch(0);
    for (int i = 0; i < batches.size(); i++) {
      Batch batch = batches.batch(i);
      sum += device.totalNll(batch);
      tokens += batch.predictions();
    }
    return tokens == 0 ? Double.NaN : sum / tokens;
  }

  private Position position(Progress progress) {
    return new Position(
        progress.epoch() + 1, settings.epochs(), progress.batch(), training.batchCount());
  }
}
