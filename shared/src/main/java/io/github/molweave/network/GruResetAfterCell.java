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

  GruResetAfterCell(Parameters parameters, int layer) {
    units = parameters.architecture().hiddenSize();
    String weight = "rnn.weight_hh_l" + layer;
    String bias = "rnn.bias_hh_l" + layer;
    hidden = new Affine(parameters, weight, bias, 3 * units, units);
  }

  @Override
  public void advance(ScalarStreams streams, int layer, int count) {
    hidden.apply(streams, streams.h[layer], count, streams.fromHidden);
    for (int place = 0; place < count; place++) {
      if (!streams.isMasked(place)) {
        applyGates(streams, layer, place);
      }
    }
  }

  private void applyGates(ScalarStreams streams, int layer, int place) {
    double[] h = streams.h[layer];
    double[] fromInput = streams.fromInput;
    double[] fromHidden = streams.fromHidden;
    int at = place * units;
    int reset = place * 3 * units;
    for (int unit = 0; unit < units; unit++, at++, reset++) {
      int update = reset + units;
      int candidate = update + units;
      double r = PortableMath.sigmoid(fromInput[reset] + fromHidden[reset]);
      double z = PortableMath.sigmoid(fromInput[update] + fromHidden[update]);
      double n = PortableMath.tanh(fromInput[candidate] + r * fromHidden[candidate]);
      h[at] = (1 - z) * n + z * h[at];
    }
  }
}
