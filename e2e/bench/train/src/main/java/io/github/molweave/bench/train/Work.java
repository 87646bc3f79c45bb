package io.github.molweave.bench.train;

import io.github.molweave.network.Architecture;
import io.github.molweave.network.CellKind;
import java.util.Locale;

/**
 * A network to train.
 *
 * @param cell GRU reset-after or LSTM: those that libtorch has
 * @param units H of each layer
 * @param layers number of layers
 * @param embedding E
 */
record Work(CellKind cell, int units, int layers, int embedding) {

  /** From {@code gru-512x3} or {@code lstm-512x1}. */
  static Work of(String name, int embedding) {
    if (!name.matches("(gru|lstm)-[1-9][0-9]{0,3}x[1-8]")) {
      throw new IllegalArgumentException("expected a network like gru-512x1, not " + name);
    }
    int dash = name.indexOf('-');
    int times = name.indexOf('x', dash);
    return new Work(
        name.startsWith("gru") ? CellKind.GRU_RESET_AFTER : CellKind.LSTM,
        Integer.parseInt(name.substring(dash + 1, times)),
        Integer.parseInt(name.substring(times + 1)),
        embedding);
  }

  String name() {
    return String.format(
        Locale.ROOT, "%s-%dx%d", cell == CellKind.LSTM ? "lstm" : "gru", units, layers);
  }

  Architecture architecture(int vocabulary) {
    return new Architecture(cell, vocabulary, embedding, units, layers);
  }

  /**
   * Multiplications and additions that a step cannot do without, for each token: every product
   * forward, for the gradient of its input and for that of its weights. The embedding counts
   * nothing: its part of the gates can be looked up, once for each token of the vocabulary.
   */
  double operationsPerToken(int vocabulary) {
    double gates = (double) architecture(vocabulary).gateRows();
    double recurrent = layers * gates * units;
    double between = (layers - 1) * gates * units;
    double output = (double) vocabulary * units;
    return 3 * 2 * (recurrent + between + output);
  }
}
