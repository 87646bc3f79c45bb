package io.github.molweave.trainer.network;

import io.github.molweave.trainer.network.Gemm.Result;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The input of a layer that stands on another: G = X W^T over all steps at once, where X are the
 * hidden states of the layer below, as far as dropout lets them through. Backward: dW = dG^T X, db
 * = column sums of dG, dX = sum of dG W.
 */
final class LayerBelow implements GateInputs {
  private final RecurrentLayer below;
  private final GateParameters weights;
  private final GateParameters gradients;
  private final INDArray[] transposed;
  private final Dropout dropout;
  private final ColumnSums columnSums;

  /**
   * @param transposed W_ih^T by group
   */
  LayerBelow(
      RecurrentLayer below,
      GateParameters weights,
      GateParameters gradients,
      INDArray[] transposed,
      Dropout dropout,
      PassSize size) {
    this.below = below;
    this.weights = weights;
    this.gradients = gradients;
    this.transposed = transposed;
    this.dropout = dropout;
    this.columnSums = ColumnSums.overSteps(size);
  }

  @Override
  public void forward(SequenceBuffer[] groups, int steps) {
    INDArray states = dropout.forward(below.hiddenStates(steps), steps);
    for (int group = 0; group < groups.length; group++) {
      Gemm.product(states, transposed[group], groups[group].first(steps), Result.REPLACE);
    }
  }

  @Override
  public void backward(SequenceBuffer[] groupGradients, int steps) {
    INDArray states = dropout.passed(below.hiddenStates(steps), steps);
    INDArray stateGradients = below.hiddenGradients(steps);
    for (int group = 0; group < groupGradients.length; group++) {
      INDArray dGroup = groupGradients[group].first(steps);
      Gemm.transposedProduct(dGroup, states, gradients.input(group), Result.REPLACE);
      columnSums.of(dGroup, gradients.inputBias(group));
      Gemm.product(
          dGroup, weights.input(group), stateGradients, group == 0 ? Result.REPLACE : Result.ADD);
    }
    dropout.backward(stateGradients, steps);
  }
}
