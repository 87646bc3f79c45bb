package io.github.molweave.trainer.network;

import io.github.molweave.trainer.network.GateFunctions.LstmState;
import io.github.molweave.trainer.network.Gemm.Result;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One LSTM layer with PyTorch's equations. With a = W_ih x + b_ih + b_hh + W_hh h, four rows of
 * gates in the order i, f, g, o:
 *
 * <pre>
 *   i = sigmoid(a_i)    f = sigmoid(a_f)    g = tanh(a_g)    o = sigmoid(a_o)
 *   c' = f * c + i * g                      h' = o * tanh(c')
 * </pre>
 *
 * Given dL/dh' (from above and from the next step) and dL/dc' (from the next step), with * by
 * element:
 *
 * <pre>
 *   do = dh' * tanh(c') * o * (1 - o)       dc' += dh' * o * (1 - tanh(c')^2)
 *   di = dc' * g * i * (1 - i)              df = dc' * c * f * (1 - f)
 *   dg = dc' * i * (1 - g^2)                dc = dc' * f
 *   dh += (di, df, dg, do) W_hh
 * </pre>
 *
 * Gradients agree with central differences to 1e-6 relative, {@code
 * GradientTest.everyGradientAgreesWithNumericDifferences}, and with PyTorch's, {@code
 * TorchAgreementTest}.
 */
final class LstmLayer implements RecurrentLayer {
  private static final int ALL = 0;

  private final LayerParameters parameters;
  private final GateInputs inputs;
  private final LstmState state;
  private final GateFunctions.Lstm functions;
  private final SequenceBuffer[] groups;

  LstmLayer(LayerParameters parameters, GateInputs inputs, PassSize size, GateFunctions functions) {
    int units = parameters.weights().width(ALL) / 4;
    this.parameters = parameters;
    this.inputs = inputs;
    this.state =
        new LstmState(
            new SequenceBuffer(size, 0, 4 * units),
            SequenceBuffer.ofOneStep(size, 4 * units),
            new SequenceBuffer(size, 1, units),
            SequenceBuffer.ofOneStep(size, units),
            new SequenceBuffer(size, 1, units),
            new SequenceBuffer(size, 0, units));
    this.functions = functions.lstm(state);
    this.groups = new SequenceBuffer[] {state.gates()};
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
    inputs.forward(groups, steps);
    functions.biases(
        parameters.weights().inputBias(ALL).add(parameters.weights().recurrentBias(ALL)));
    state.hidden().at(0).assign(0);
    state.cell().at(0).assign(0);
    for (int t = 0; t < steps; t++) {
      parameters.recurrentProduct(state.hidden(), t, ALL, state.products().at(0));
      functions.forward(t);
    }
  }

  @Override
  public void backward(int steps) {
    state.cellGradient().at(0).assign(0);
    for (int t = steps - 1; t >= 0; t--) {
      functions.backward(t);
      if (t > 0) {
        Gemm.product(
            state.gates().at(t),
            parameters.weights().recurrent(ALL),
            state.hiddenGradient().at(t - 1),
            Result.ADD);
      }
    }
    parameters.recurrentGradient(ALL, state.gates(), state.hidden(), steps);
    inputs.backward(groups, steps);
    parameters.copyBiasGradient(ALL);
  }
}
