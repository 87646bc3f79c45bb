package io.github.molweave.trainer.network;

import io.github.molweave.trainer.batching.Batch;

/**
 * Cuts a batch into shares for threads: molecule m goes to share m mod n. Molecules stand in order
 * of length, so the shares are equal in work, and each is in order of length again.
 */
final class BatchShare {
  private BatchShare() {}

  /**
   * Share {@code first} of {@code shares}; the batch must have more than {@code first} molecules.
   */
  static Batch of(Batch batch, int first, int shares) {
    if (shares == 1) {
      return batch;
    }
    int rows = (batch.rows() - first + shares - 1) / shares;
    int[] lengths = new int[rows];
    for (int b = 0; b < rows; b++) {
      lengths[b] = batch.lengths()[first + b * shares];
    }
    int steps = lengths[0];
    int[] inputs = new int[steps * rows];
    int[] targets = new int[steps * rows];
    for (int t = 0; t < steps; t++) {
      for (int b = 0; b < rows; b++) {
        int from = t * batch.rows() + first + b * shares;
        inputs[t * rows + b] = batch.inputs()[from];
        targets[t * rows + b] = batch.targets()[from];
      }
    }
    return new Batch(rows, steps, inputs, targets, lengths);
  }
}
