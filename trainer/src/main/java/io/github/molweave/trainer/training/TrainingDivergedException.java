package io.github.molweave.trainer.training;

import io.github.molweave.tokens.Quotation;
import io.github.molweave.tokens.TokenIds;
import io.github.molweave.tokens.Vocabulary;
import io.github.molweave.trainer.batching.Batch;

/** The loss is lost: nothing can be learnt from here on. */
public final class TrainingDivergedException extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 3;

  /**
   * @param step from 0
   * @param fault what {@link LossWatch} found
   * @param batch of the step
   */
  TrainingDivergedException(
      long step, String fault, double learningRate, Batch batch, Vocabulary vocabulary) {
    super(
        "training diverged at step "
            + (step + 1)
            + ": "
            + fault
            + ", at a learning rate of "
            + learningRate
            + ". Molecules of this step, "
            + batch.rows()
            + " in all: "
            + molecules(batch, vocabulary)
            + ". The last checkpoint and the best model stand, but --resume would come to the same"
            + " step. Start anew with a smaller --lr or --clip, or go on from the best weights with"
            + " --init, another --out and a smaller --lr.");
  }

  private static String molecules(Batch batch, Vocabulary vocabulary) {
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < Math.min(SHOWN, batch.rows()); row++) {
      int[] ids = new int[batch.lengths()[row] - 1];
      for (int t = 0; t < ids.length; t++) {
        ids[t] = batch.targets()[t * batch.rows() + row];
      }
      text.append(row == 0 ? "" : ", ").append(Quotation.of(TokenIds.decode(vocabulary, ids)));
    }
    return text.toString();
  }
}
