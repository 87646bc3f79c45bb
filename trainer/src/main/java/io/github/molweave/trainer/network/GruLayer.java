package io.github.molweave.trainer.network;

import io.github.molweave.trainer.network.GateFunctions.GruState;
import io.github.molweave.trainer.network.Gemm.Result;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One GRU layer in the reset-after form. (ND4J's own {@code gru} has wrong gradients whenever the
 * previous state is not zero.)
 *
 * <p>With a = W_ih x + b_ih + b_hh for r and z, a_n = W_in x + b_in, q = W_hn h + b_hn:
 *
 * <pre>
 *   r = sigmoid(a_r + W_hr h)    z = sigmoid(a_z + W_hz h)    n = tanh(a_n + r * q)
 *   h' = n + z * (h - n)
 * </pre>
 *
 * Given dL/dh' (from above and from the next step), with * by element:
 *
 * <pre>
 *   dn = dh' * (1 - z) * (1 - n^2)      dz = dh' * (h - n) * z * (1 - z)
 *   dr = dn * q * r * (1 - r)           dq = dn * r
 *   dh += dh' * z + dr W_hr + dz W_hz + dq W_hn
 * </pre>
 *
 * The weight gradients are one product over all steps each. Gradients agree with central
 * differences to 1e-6 relative, {@code GradientTest.everyGradientAgreesWithNumericDifferences}, and
 * with PyTorch's, {@code TorchAgreementTest}.
 */
final class GruLayer implements RecurrentLayer {
  private static final int RZ = 0;
  private static final int N = 1;

  private final LayerParameters parameters;
  private final GateInputs inputs;
  private final GruState state;
  private final GateFunctions.Gru functions;
  private final SequenceBuffer[] groups;
  private final ColumnSums columnSums;

  GruLayer(LayerParameters parameters, GateInputs inputs, PassSize size, GateFunctions functions) {
    int units = parameters.weights().width(N);
    this.parameters = parameters;
    this.inputs = inputs;
    this.state =
        new GruState(
            new SequenceBuffer(size, 0, 2 * units),
            new SequenceBuffer(size, 0, units),
            new SequenceBuffer(size, 0, units),
            SequenceBuffer.ofOneStep(size, 2 * units),
            new SequenceBuffer(size, 1, units),
            new SequenceBuffer(size, 0, units));
    this.functions = functions.gru(state);
    this.groups = new SequenceBuffer[] {state.resetUpdate(), state.candidate()};
    this.columnSums = ColumnSums.overSteps(size);
  }

  @Override
  public INDArray hiddenStates(int steps) {
    return state.hidden().steps(1, steps + 1);
  }

  @Override
  public INDArray hiddenGradients(int steps) {
    return state.hiddenGradient().first(steps);
  }

  @Override
  public void forward(int steps) {
    GateParameters weights = parameters.weights();
    inputs.forward(groups, steps);
    functions.biases(
        weights.inputBias(RZ).add(weights.recurrentBias(RZ)),
        weights.inputBias(N),
        weights.recurrentBias(N));
    state.hidden().at(0).assign(0);
    for (int t = 0; t < steps; t++) {
      parameters.recurrentProduct(state.hidden(), t, RZ, state.products().at(0));
      parameters.recurrentProduct(state.hidden(), t, N, state.recurrent().at(t));
      functions.forward(t);
    }
  }

  @Override
  public void backward(int steps) {
    GateParameters weights = parameters.weights();
    for (int t = steps - 1; t >= 0; t--) {
      functions.backward(t);
      if (t > 0) {
        INDArray before = state.hiddenGradient().at(t - 1);
        Gemm.product(state.resetUpdate().at(t), weights.recurrent(RZ), before, Result.ADD);
        Gemm.product(state.recurrent().at(t), weights.recurrent(N), before, Result.ADD);
      }
    }
    parameters.recurrentGradient(RZ, state.resetUpdate(), state.hidden(), steps);
    parameters.recurrentGradient(N, state.recurrent(), state.hidden(), steps);
    inputs.backward(groups, steps);
    parameters.copyBiasGradient(RZ);
    columnSums.of(state.recurrent().first(steps), parameters.gradients().recurrentBias(N));
  }
}
