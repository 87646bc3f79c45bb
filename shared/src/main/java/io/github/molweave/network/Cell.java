package io.github.molweave.network;

/** One recurrent layer of the reference kernel. Immutable; what changes is in the streams. */
interface Cell {
  /**
   * Advances one layer of the first {@code count} places by one step.
   *
   * @param streams whose h (and c) of {@code layer} is overwritten; W_ih x + b_ih of each place is
   *     in its {@code fromInput}
   */
  void advance(ScalarStreams streams, int layer, int count);

  /** The cell of layer {@code layer}. */
  static Cell of(Parameters parameters, WeightMatrix.Layout layout, int layer) {
    return switch (parameters.architecture().cell()) {
      case GRU_RESET_AFTER -> new GruResetAfterCell(parameters, layout, layer);
      case GRU_RESET_BEFORE -> new GruResetBeforeCell(parameters, layout, layer);
      case LSTM -> new LstmCell(parameters, layout, layer);
    };
  }
}
