package io.github.molweave.trainer.network;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One layer's parameters (or their gradients), gate by gate, as views of the flat array.
 *
 * @param inputs W_ih by gate, [H, inputs] each
 * @param recurrents W_hh by gate, [H, H] each
 * @param inputBiases b_ih by gate, [1, H] each
 * @param recurrentBiases b_hh by gate, [1, H] each
 */
record GateParameters(
    INDArray[] inputs, INDArray[] recurrents, INDArray[] inputBiases, INDArray[] recurrentBiases) {

  int gates() {
    return inputs.length;
  }

  INDArray input(int gate) {
    return inputs[gate];
  }

  INDArray recurrent(int gate) {
    return recurrents[gate];
  }

  INDArray inputBias(int gate) {
    return inputBiases[gate];
  }

  INDArray recurrentBias(int gate) {
    return recurrentBiases[gate];
  }
}
