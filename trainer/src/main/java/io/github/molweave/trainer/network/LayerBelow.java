package io.github.molweave.trainer.network;

import io.github.molweave.trainer.network.Gemm.Result;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The input of a layer that stands on another: G = X W^T + b over all steps at once, where X are
 * the hidden states of the layer below. Backward: dW = dG^T X, db = column sums of dG, dX = sum of
 * dG W.
 */
final class LayerBelow implements GateInputs {
  private final GruLayer below;
  private final GateParameters weights;
  private final GateParameters gradients;
  private final INDArray onesOverRows;
  private final int batchSize;

  LayerBelow(
      GruLayer below,
      GateParameters weights,
      GateParameters gradients,
      DataType type,
      int steps,
      int batchSize) {
    this.below = below;
    this.weights = weights;
    this.gradients = gradients;
    this.onesOverRows = Nd4j.ones(type, 1, (long) steps * batchSize);
    this.batchSize = batchSize;
  }

  @Override
  public void forward(SequenceBuffer[] gates, int steps) {
    for (int gate = 0; gate < gates.length; gate++) {
      INDArray sums = gates[gate].first(steps);
      Gemm.productWithTransposed(
          below.hiddenStates(steps), weights.input(gate), sums, Result.REPLACE);
      sums.addiRowVector(weights.inputBias(gate));
    }
  }

  @Override
  public void backward(SequenceBuffer[] gateGradients, int steps) {
    for (int gate = 0; gate < gateGradients.length; gate++) {
      INDArray dGate = gateGradients[gate].first(steps);
      Gemm.transposedProduct(
          dGate, below.hiddenStates(steps), gradients.input(gate), Result.REPLACE);
      ColumnSums.of(dGate, onesOverRows, (long) steps * batchSize, gradients.inputBias(gate));
      Gemm.product(
          dGate,
          weights.input(gate),
          below.hiddenGradients(steps),
          gate == 0 ? Result.REPLACE : Result.ADD);
    }
  }
}
