package io.github.molweave.trainer.network;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One recurrent layer, forward and backward through time by hand. The products of matrices are here
 * in the layers; what happens number by number between two products is a {@link GateFunctions} of
 * the layer's cell.
 */
sealed interface RecurrentLayer permits GruLayer, GruResetBeforeLayer, LstmLayer {
  /** The hidden states after steps 1..{@code steps}: [steps * B, H]. */
  INDArray hiddenStates(int steps);

  /** dL/dh of the same states: filled by whatever reads this layer, before {@link #backward}. */
  INDArray hiddenGradients(int steps);

  /** Runs {@code steps} steps from a zero state. */
  void forward(int steps);

  /** Turns {@link #hiddenGradients} into the gradients of all that the layer reads. */
  void backward(int steps);
}
