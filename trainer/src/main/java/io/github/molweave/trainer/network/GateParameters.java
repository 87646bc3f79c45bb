package io.github.molweave.trainer.network;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One layer's parameters (or their gradients), as views of the flat array, cut into groups of gates
 * that are multiplied together: r with z, and n, for a GRU; all four for an LSTM. G is the number
 * of rows of a group, a multiple of H.
 *
 * @param inputs W_ih by group, [G, inputs] each
 * @param recurrents W_hh by group, [G, H] each
 * @param inputBiases b_ih by group, [1, G] each
 * @param recurrentBiases b_hh by group, [1, G] each
 */
record GateParameters(
    INDArray[] inputs, INDArray[] recurrents, INDArray[] inputBiases, INDArray[] recurrentBiases) {

  int groups() {
    return inputs.length;
  }

  INDArray input(int group) {
    return inputs[group];
  }

  INDArray recurrent(int group) {
    return recurrents[group];
  }

  INDArray inputBias(int group) {
    return inputBiases[group];
  }

  INDArray recurrentBias(int group) {
    return recurrentBiases[group];
  }

  /** G of a group. */
  int width(int group) {
    return recurrents[group].rows();
  }
}
