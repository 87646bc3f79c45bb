package io.github.molweave.network;

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

  GruResetBeforeCell(Parameters parameters, WeightMatrix.Layout layout, int layer) {
    units = parameters.architecture().hiddenSize();
    String weight = "rnn.weight_hh_l" + layer;
    String bias = "rnn.bias_hh_l" + layer;
    int rows = 3 * units;
    gates = new Affine(parameters, layout, weight, bias, rows, units, 0, 2 * units);
    candidate = new Affine(parameters, layout, weight, bias, rows, units, 2 * units, rows);
  }

  @Override
  public void advance(ScalarStreams streams, int layer, int count) {
    double[] h = streams.h[layer];
    gates.apply(streams, h, count, streams.fromHidden);
    for (int place = 0; place < count; place++) {
      resetAndUpdate(streams, h, place);
    }
    candidate.apply(streams, streams.resetHidden, count, streams.fromHidden);
    for (int place = 0; place < count; place++) {
      if (!streams.isMasked(place)) {
        blend(streams, h, place);
      }
    }
  }

  private void resetAndUpdate(ScalarStreams streams, double[] h, int place) {
    double[] gates = streams.gates;
    int input = place * 3 * units;
    int hidden = place * 2 * units;
    for (int row = 0; row < 2 * units; row++) {
      gates[row] = streams.fromInput[input + row] + streams.fromHidden[hidden + row];
    }
    streams.functions.sigmoid(gates, 2 * units);
    int at = place * units;
    for (int unit = 0; unit < units; unit++, at++) {
      streams.resetHidden[at] = gates[unit] * h[at];
      streams.update[at] = gates[units + unit];
    }
  }

  private void blend(ScalarStreams streams, double[] h, int place) {
    double[] candidates = streams.candidates;
    int first = place * units;
    int input = place * 3 * units + 2 * units;
    for (int unit = 0; unit < units; unit++) {
      candidates[unit] = streams.fromInput[input + unit] + streams.fromHidden[first + unit];
    }
    streams.functions.tanh(candidates, units);
    for (int unit = 0; unit < units; unit++) {
      double z = streams.update[first + unit];
      h[first + unit] = (1 - z) * candidates[unit] + z * h[first + unit];
    }
  }
}
