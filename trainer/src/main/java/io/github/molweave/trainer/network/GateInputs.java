package io.github.molweave.trainer.network;

/**
 * What a recurrent layer reads besides its own past: it fills the gates' pre-activations before the
 * recurrence runs, and takes their gradients afterwards. The first layer reads embedded tokens, the
 * others the layer below.
 */
interface GateInputs {
  /** Writes W_ih x, without any bias, into the first steps of each group of gates. */
  void forward(SequenceBuffer[] groups, int steps);

  /** Turns the gates' gradients into those of W_ih, b_ih and of the input. */
  void backward(SequenceBuffer[] gradients, int steps);
}
