package io.github.molweave.network;

/**
 * i, f, o = sigmoid(W_i. x + b_i. + W_h. h + b_h.), g = tanh(the same for g), c' = f * c + i * g,
 * h' = o * tanh(c'). Rows in the order i, f, g, o.
 *
 * <p>Source: {@code torch.nn.LSTM}.
 */
final class LstmCell implements Cell {
  private final Affine hidden;
  private final int units;

  LstmCell(Parameters parameters, WeightMatrix.Layout layout, int layer) {
    units = parameters.architecture().hiddenSize();
    String weight = "rnn.weight_hh_l" + layer;
    String bias = "rnn.bias_hh_l" + layer;
    hidden = new Affine(parameters, layout, weight, bias, 4 * units, units);
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
    double[] c = streams.c[layer];
    double[] gates = streams.gates;
    double[] candidates = streams.candidates;
    int first = place * 4 * units;
    int cell = first + 2 * units;
    int output = first + 3 * units;
    for (int row = 0; row < 2 * units; row++) {
      gates[row] = streams.fromInput[first + row] + streams.fromHidden[first + row];
    }
    for (int unit = 0; unit < units; unit++, cell++, output++) {
      candidates[unit] = streams.fromInput[cell] + streams.fromHidden[cell];
      gates[2 * units + unit] = streams.fromInput[output] + streams.fromHidden[output];
    }
    streams.functions.sigmoid(gates, 3 * units);
    streams.functions.tanh(candidates, units);
    int at = place * units;
    for (int unit = 0; unit < units; unit++) {
      double i = gates[unit];
      double f = gates[units + unit];
      c[at + unit] = f * c[at + unit] + i * candidates[unit];
      candidates[unit] = c[at + unit];
    }
    streams.functions.tanh(candidates, units);
    for (int unit = 0; unit < units; unit++) {
      h[at + unit] = gates[2 * units + unit] * candidates[unit];
    }
  }
}
