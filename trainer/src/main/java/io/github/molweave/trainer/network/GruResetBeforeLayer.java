package io.github.molweave.trainer.network;

import io.github.molweave.trainer.network.GateFunctions.GruResetBeforeState;
import io.github.molweave.trainer.network.Gemm.Result;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One GRU layer in the reset-before form, that of Cho et al. 2014 and of Keras with {@code
 * reset_after=False}.
 *
 * <p>With a = W_ih x + b_ih + b_hh for all three gates:
 *
 * <pre>
 *   r = sigmoid(a_r + W_hr h)    z = sigmoid(a_z + W_hz h)    n = tanh(a_n + W_hn (r * h))
 *   h' = n + z * (h - n)
 * </pre>
 *
 * Given dL/dh' (from above and from the next step), with * by element and s = r * h:
 *
 * <pre>
 *   dn = dh' * (1 - z) * (1 - n^2)      dz = dh' * (h - n) * z * (1 - z)
 *   ds = dn W_hn                        dr = ds * h * r * (1 - r)
 *   dh += dh' * z + ds * r + dr W_hr + dz W_hz
 * </pre>
 *
 * Gradients agree with central differences to 1e-6 relative, {@code
 * GradientTest.everyGradientAgreesWithNumericDifferences}.
 */
final class GruResetBeforeLayer implements RecurrentLayer {
  private static final int RZ = 0;
  private static final int N = 1;

  private final LayerParameters parameters;
  private final GateInputs inputs;
  private final GruResetBeforeState state;
  private final GateFunctions.GruResetBefore functions;
  private final SequenceBuffer[] groups;

  GruResetBeforeLayer(
      LayerParameters parameters, GateInputs inputs, PassSize size, GateFunctions functions) {
    int units = parameters.weights().width(N);
    this.parameters = parameters;
    this.inputs = inputs;
    this.state =
        new GruResetBeforeState(
            new SequenceBuffer(size, 0, 2 * units),
            new SequenceBuffer(size, 0, units),
            new SequenceBuffer(size, 0, units),
            SequenceBuffer.ofOneStep(size, 2 * units),
            SequenceBuffer.ofOneStep(size, units),
            new SequenceBuffer(size, 1, units),
            new SequenceBuffer(size, 0, units));
    this.functions = functions.gruResetBefore(state);
    this.groups = new SequenceBuffer[] {state.resetUpdate(), state.candidate()};
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
        weights.inputBias(N).add(weights.recurrentBias(N)));
    state.hidden().at(0).assign(0);
    for (int t = 0; t < steps; t++) {
      parameters.recurrentProduct(state.hidden(), t, RZ, state.products().at(0));
      functions.gates(t);
      parameters.recurrentProduct(state.resetHidden(), t, N, state.resetProducts().at(0));
      functions.candidate(t);
    }
  }

  @Override
  public void backward(int steps) {
    GateParameters weights = parameters.weights();
    for (int t = steps - 1; t >= 0; t--) {
      functions.candidateBackward(t);
      Gemm.product(
          state.candidate().at(t),
          weights.recurrent(N),
          state.resetProducts().at(0),
          Result.REPLACE);
      functions.resetBackward(t);
      if (t > 0) {
        INDArray before = state.hiddenGradient().at(t - 1);
        Gemm.product(state.resetUpdate().at(t), weights.recurrent(RZ), before, Result.ADD);
      }
    }
    parameters.recurrentGradient(RZ, state.resetUpdate(), state.hidden(), steps);
    parameters.recurrentGradient(N, state.candidate(), state.resetHidden(), steps);
    inputs.backward(groups, steps);
    parameters.copyBiasGradient(RZ);
    parameters.copyBiasGradient(N);
  }
}
