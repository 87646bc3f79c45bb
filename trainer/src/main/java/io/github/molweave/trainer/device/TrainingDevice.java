package io.github.molweave.trainer.device;

import io.github.molweave.trainer.batching.Batch;

/**
 * The border between the training loop and the machine that does the arithmetic. Everything that
 * crosses it is plain Java, so that a device without ND4J can stand behind it.
 *
 * <p>A device holds one network: parameters, Adam's moments, and the buffers of one batch. It is
 * used by one thread.
 */
public interface TrainingDevice extends AutoCloseable {

  /** What does the arithmetic: the same words whenever the machine is the same. */
  String description();

  /** How fast it is just now, to follow the description in the first line of a run; or nothing. */
  default String measuredSpeed() {
    return "";
  }

  /**
   * Tells which batch will probably be fed next, so that a device can make it ready meanwhile. The
   * only method that another thread may call, at any time before {@link #close}.
   */
  default void expect(Batch next) {}

  /**
   * One step of teacher forcing: forward, backward, clipping by global norm, Adam.
   *
   * @param batch at most the batch size and sequence length that the device was made for
   * @param learningRate Adam's step size, >= 0
   * @return the loss before the update
   */
  StepResult trainStep(Batch batch, double learningRate);

  /** Sum over {@code batch} of the negative log-likelihood of its targets, in nats; no learning. */
  double totalNll(Batch batch);

  /** A copy of the network's state. */
  NetworkState state();

  /** Goes on from {@code state}, which is copied. */
  void restore(NetworkState state);

  /** Gives the memory back. */
  @Override
  void close();

  /**
   * What one step did.
   *
   * @param nllPerToken mean negative log-likelihood of the batch's targets, nats
   * @param gradientNorm Euclidean norm of the whole gradient before clipping
   */
  record StepResult(double nllPerToken, double gradientNorm) {}
}
