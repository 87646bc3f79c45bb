package io.github.molweave.trainer.training;

/** The loss is no longer a number: nothing can be learnt from here on. */
public final class TrainingDivergedException extends Exception {
  private static final long serialVersionUID = 1L;

  TrainingDivergedException(long step, double nllPerToken, double learningRate) {
    super(
        "training diverged at step "
            + (step + 1)
            + ": the loss is "
            + nllPerToken
            + " at a learning rate of "
            + learningRate
            + ". The last checkpoint stands. Start anew with a smaller --lr or --clip.");
  }
}
