package io.github.molweave.network;

/**
 * r = sigmoid(W_ir x + b_ir + W_hr h + b_hr), z likewise, n = tanh(W_in x + b_in + r * (W_hn h +
 * b_hn)), h' = (1 - z) * n + z * h. Rows in the order r, z, n.
 *
 * <p>Source: {@code torch.nn.GRU}.
 */
final class GruResetAfterCell implements Cell {
  private final Affine hidden;
  private final int units;

  GruResetAfterCell(Parameters parameters, WeightMatrix.Layout layout, int layer) {
    units = parameters.architecture().hiddenSize();
    String weight = "rnn.weight_hh_l" + layer;
    String bias = "rnn.bias_hh_l" + layer;
    hidden = new Affine(parameters, layout, weight, bias, 3 * units, units);
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
    double[] gates = streams.gates;
    double[] candidates = streams.candidates;
    int first = place * 3 * units;
    for (int row = 0; row < 2 * units; row++) {
      gates[row] = fromInput[first + row] + fromHidden[first + row];
    }
    streams.functions.sigmoid(gates, 2 * units);
    int candidate = first + 2 * units;
    for (int unit = 0; unit < units; unit++, candidate++) {
      candidates[unit] = fromInput[candidate] + gates[unit] * fromHidden[candidate];
    }
    streams.functions.tanh(candidates, units);
    int at = place * units;
    for (int unit = 0; unit < units; unit++, at++) {
      double z = gates[units + unit];
      h[at] = (1 - z) * candidates[unit] + z * h[at];
    }
  }
}
