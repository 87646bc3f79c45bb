package io.github.molweave.trainer.network;

/**
 * What a recurrent layer reads besides its own past: it fills the gates' pre-activations before the
 * recurrence runs, and takes their gradients afterwards. The first layer reads embedded tokens, the
 * others the layer below.
 */
interface GateInputs {
  /** Writes W_ih x + b_ih (+ b_hh where it enters the same sum) into the gates' first steps. */
  void forward(SequenceBuffer[] gates, int steps);

  /** Turns the gates' gradients into those of W_ih, b_ih and of the input. */
  void backward(SequenceBuffer[] gateGradients, int steps);
}
