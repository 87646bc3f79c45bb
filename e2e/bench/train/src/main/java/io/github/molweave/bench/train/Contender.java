package io.github.molweave.bench.train;

import io.github.molweave.trainer.batching.Batch;

/** Somebody who can train a network. */
interface Contender {
  double LEARNING_RATE = 0.001;
  double CLIP_NORM = 1;

  /**
   * One step of Adam on the mean loss over {@code batch}'s tokens, its gradient clipped by norm.
   *
   * @return the loss before the step, nats a token
   */
  double step(Batch batch);

  /** What computes. */
  String description();
}
