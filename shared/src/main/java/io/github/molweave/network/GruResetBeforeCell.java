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

  GruResetBeforeCell(Parameters parameters, int layer) {
    units = parameters.architecture().hiddenSize();
    String weight = "rnn.weight_hh_l" + layer;
    String bias = "rnn.bias_hh_l" + layer;
    int rows = 3 * units;
    gates = new Affine(parameters, weight, bias, rows, units, 0, 2 * units);
    candidate = new Affine(parameters, weight, bias, rows, units, 2 * units, rows);
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
    double[] fromInput = streams.fromInput;
    double[] fromHidden = streams.fromHidden;
    int at = place * units;
    int input = place * 3 * units;
    int hidden = place * 2 * units;
    for (int unit = 0; unit < units; unit++, at++, input++, hidden++) {
      double r = PortableMath.sigmoid(fromInput[input] + fromHidden[hidden]);
      streams.resetHidden[at] = r * h[at];
      streams.update[at] =
          PortableMath.sigmoid(fromInput[input + units] + fromHidden[hidden + units]);
    }
  }

  private void blend(ScalarStreams streams, double[] h, int place) {
    int at = place * units;
    int input = place * 3 * units + 2 * units;
    for (int unit = 0; unit < units; unit++, at++, input++) {
      double z = streams.update[at];
      double n = PortableMath.tanh(streams.fromInput[input] + streams.fromHidden[at]);
      h[at] = (1 - z) * n + z * h[at];
    }
  }
}
