package io.github.molweave.network;

import io.github.molweave.numeric.PortableMath;

/**
 * r = sigmoid(W_ir x + b_ir + W_hr h + b_hr), z likewise, n = tanh(W_in x + b_in + W_hn (r * h) +
 * b_hn), h' = (1 - z) * n + z * h. Rows in the order r, z, n. The product r * h is rounded to 16
 * bits like every activation.
 *
 * <p>Source: Cho et al. 2014; Keras {@code GRU(reset_after=False)} with h' written as here.
 */
final class GruResetBeforeCell implements Cell {
  private final Affine gates;
  private final Affine candidate;
  private final int units;

  GruResetBeforeCell(Kernel kernel, Parameters parameters, int layer) {
    units = parameters.architecture().hiddenSize();
    String weight = "rnn.weight_hh_l" + layer;
    String bias = "rnn.bias_hh_l" + layer;
    int rows = 3 * units;
    gates = new Affine(kernel, parameters, weight, bias, rows, units, 0, 2 * units);
    candidate = new Affine(kernel, parameters, weight, bias, rows, units, 2 * units, rows);
  }

  @Override
  public void advance(double[] fromInput, HiddenState state, int layer) {
    double[] h = state.h[layer];
    double[] fromHidden = state.fromHidden;
    double[] z = state.update;
    double[] resetHidden = state.resetHidden;
    gates.apply(state.activationsOf(h), state.sums, fromHidden);
    for (int unit = 0; unit < units; unit++) {
      double r = PortableMath.sigmoid(fromInput[unit] + fromHidden[unit]);
      resetHidden[unit] = r * h[unit];
      z[unit] = PortableMath.sigmoid(fromInput[units + unit] + fromHidden[units + unit]);
    }
    candidate.apply(state.activationsOf(resetHidden), state.sums, fromHidden);
    for (int unit = 0; unit < units; unit++) {
      double n = PortableMath.tanh(fromInput[2 * units + unit] + fromHidden[unit]);
      h[unit] = (1 - z[unit]) * n + z[unit] * h[unit];
    }
  }
}
