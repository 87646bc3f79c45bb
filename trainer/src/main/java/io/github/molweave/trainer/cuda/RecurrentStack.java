package io.github.molweave.trainer.cuda;

/**
 * cuDNN's recurrent network for one {@link StackShape}: zero first states, two biases, sequences
 * packed time-major (step 0 of all molecules, then step 1 of those that have one, ...), molecules
 * by falling length. Addresses are the card's; work is queued, not awaited.
 */
public interface RecurrentStack extends AutoCloseable {
  /** Where a gate's numbers begin in the weights of the stack, in bytes. */
  record Place(long matrix, long bias) {}

  /** Which of a layer's two matrices. */
  enum Side {
    /** From the layer below. */
    INPUT,
    /** From the step before. */
    RECURRENT
  }

  /** Memory for one batch, in bytes: for a call's own use, and kept from forward to backward. */
  record TempSizes(long workspace, long reserve) {}

  /** A piece of memory. */
  record Space(long address, long bytes) {}

  /** Whether a backward pass follows. */
  enum Mode {
    /** It does. */
    TRAINING,
    /** It does not; the reserve is not used. */
    INFERENCE
  }

  /** Bytes of all weights. */
  long weightBytes();

  /** The place of {@code gate} (PyTorch's order) of a layer, 0 the lowest. */
  Place place(int layer, Side side, int gate);

  /** What a batch of {@code lengths} would take. */
  TempSizes tempSizes(int[] lengths);

  /**
   * Takes the next batch.
   *
   * @param lengths steps of each molecule, falling
   * @param lengthsOnCard the same as ints on the card
   */
  TempSizes begin(int[] lengths, long lengthsOnCard);

  /** From inputs [rows, inputSize] to outputs [rows, hiddenSize]. */
  void forward(Mode mode, long weights, long input, long output, Space workspace, Space reserve);

  /** From the loss's slopes by outputs to those by inputs; after forward, before weights. */
  void backwardData(
      long weights,
      long output,
      long outputSlopes,
      long inputSlopes,
      Space workspace,
      Space reserve);

  /** Adds the loss's slopes by weights to {@code weightSlopes}; after {@link #backwardData}. */
  void backwardWeights(long input, long output, long weightSlopes, Space workspace, Space reserve);

  /** Gives the descriptors back. */
  @Override
  void close();
}
