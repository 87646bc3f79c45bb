package io.github.molweave.trainer.network;

import io.github.molweave.trainer.network.Gemm.Result;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What a layer needs of one layer's parameters.
 *
 * @param weights the parameters
 * @param gradients where their gradients go
 * @param transposed W_hh^T by group, [H, G] each
 */
record LayerParameters(GateParameters weights, GateParameters gradients, INDArray[] transposed) {

  /** result = hidden W_hh^T for one group; 0 at the first step, where the state is 0. */
  void recurrentProduct(SequenceBuffer hidden, int t, int group, INDArray result) {
    if (t == 0) {
      result.assign(0);
    } else {
      Gemm.product(hidden.at(t), transposed[group], result, Result.REPLACE);
    }
  }

  /**
   * dW_hh of one group from its gates' gradients; the state before step 0 is 0 and adds nothing.
   */
  void recurrentGradient(int group, SequenceBuffer gates, SequenceBuffer entering, int steps) {
    INDArray gradient = gradients.recurrent(group);
    if (steps == 1) {
      gradient.assign(0);
    } else {
      Gemm.transposedProduct(
          gates.steps(1, steps), entering.steps(1, steps), gradient, Result.REPLACE);
    }
  }

  /** b_hh stands in the same sum as b_ih, whose gradient is known already. */
  void copyBiasGradient(int group) {
    gradients.recurrentBias(group).assign(gradients.inputBias(group));
  }
}
