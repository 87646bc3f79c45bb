package io.github.molweave.network;

import io.github.molweave.numeric.PortableMath;

/**
 * i, f, o = sigmoid(W_i. x + b_i. + W_h. h + b_h.), g = tanh(the same for g), c' = f * c + i * g,
 * h' = o * tanh(c'). Rows in the order i, f, g, o.
 *
 * <p>Source: {@code torch.nn.LSTM}.
 */
final class LstmCell implements Cell {
  private final Affine hidden;
  private final int units;

  LstmCell(Kernel kernel, Parameters parameters, int layer) {
    units = parameters.architecture().hiddenSize();
    String weight = "rnn.weight_hh_l" + layer;
    String bias = "rnn.bias_hh_l" + layer;
    hidden = new Affine(kernel, parameters, weight, bias, 4 * units, units);
  }

  @Override
  public void advance(double[] fromInput, HiddenState state, int layer) {
    double[] h = state.h[layer];
    double[] c = state.c[layer];
    double[] fromHidden = state.fromHidden;
    hidden.apply(state.activationsOf(h), state.sums, fromHidden);
    for (int unit = 0; unit < units; unit++) {
      int forget = units + unit;
      int cell = 2 * units + unit;
      int output = 3 * units + unit;
      double i = PortableMath.sigmoid(fromInput[unit] + fromHidden[unit]);
      double f = PortableMath.sigmoid(fromInput[forget] + fromHidden[forget]);
      double g = PortableMath.tanh(fromInput[cell] + fromHidden[cell]);
      double o = PortableMath.sigmoid(fromInput[output] + fromHidden[output]);
      c[unit] = f * c[unit] + i * g;
      h[unit] = o * PortableMath.tanh(c[unit]);
    }
  }
}
