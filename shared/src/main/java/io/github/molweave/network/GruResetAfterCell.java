package io.github.molweave.network;

import io.github.molweave.numeric.PortableMath;

/**
 * r = sigmoid(W_ir x + b_ir + W_hr h + b_hr), z likewise, n = tanh(W_in x + b_in + r * (W_hn h +
 * b_hn)), h' = (1 - z) * n + z * h. Rows in the order r, z, n.
 *
 * <p>Source: {@code torch.nn.GRU}.
 */
final class GruResetAfterCell implements Cell {
  private final Affine hidden;
  private final int units;

  GruResetAfterCell(Kernel kernel, Parameters parameters, int layer) {
    units = parameters.architecture().hiddenSize();
    String weight = "rnn.weight_hh_l" + layer;
    String bias = "rnn.bias_hh_l" + layer;
    hidden = new Affine(kernel, parameters, weight, bias, 3 * units, units);
  }

  @Override
  public void advance(double[] fromInput, HiddenState state, int layer) {
    double[] h = state.h[layer];
    double[] fromHidden = state.fromHidden;
    hidden.apply(state.activationsOf(h), state.sums, fromHidden);
    for (int unit = 0; unit < units; unit++) {
      int update = units + unit;
      int candidate = 2 * units + unit;
      double r = PortableMath.sigmoid(fromInput[unit] + fromHidden[unit]);
      double z = PortableMath.sigmoid(fromInput[update] + fromHidden[update]);
      double n = PortableMath.tanh(fromInput[candidate] + r * fromHidden[candidate]);
      h[unit] = (1 - z) * n + z * h[unit];
    }
  }
}
