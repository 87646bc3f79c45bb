package io.github.molweave.trainer.network;

import io.github.molweave.trainer.batching.Batch;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Rows of a table with one row per token, spread over the tokens of a batch and gathered back. */
interface TokenRows {
  /** Takes the tokens of the next pass. */
  void load(Batch batch);

  /** Row {@code t * B + b} of {@code to} becomes the row of {@code table} [V, G] for its token. */
  void spread(INDArray table, SequenceBuffer to, int steps);

  /** Row v of {@code table} [V, G] becomes the sum of the rows of {@code from} with token v. */
  void collect(SequenceBuffer from, int steps, INDArray table);
}
