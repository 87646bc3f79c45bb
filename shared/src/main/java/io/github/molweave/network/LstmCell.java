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

  LstmCell(Parameters parameters, int layer) {
    units = parameters.architecture().hiddenSize();
    String weight = "rnn.weight_hh_l" + layer;
    String bias = "rnn.bias_hh_l" + layer;
    hidden = new Affine(parameters, weight, bias, 4 * units, units);
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
    double[] fromInput = streams.fromInput;
    double[] fromHidden = streams.fromHidden;
    int at = place * units;
    int input = place * 4 * units;
    for (int unit = 0; unit < units; unit++, at++, input++) {
      int forget = input + units;
      int cell = forget + units;
      int output = cell + units;
      double i = PortableMath.sigmoid(fromInput[input] + fromHidden[input]);
      double f = PortableMath.sigmoid(fromInput[forget] + fromHidden[forget]);
      double g = PortableMath.tanh(fromInput[cell] + fromHidden[cell]);
      double o = PortableMath.sigmoid(fromInput[output] + fromHidden[output]);
      c[at] = f * c[at] + i * g;
      h[at] = o * PortableMath.tanh(c[at]);
    }
  }
}
