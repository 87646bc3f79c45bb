package io.github.molweave.network;

/** One recurrent layer. Immutable; everything that changes is in the hidden state. */
interface Cell {
  /**
   * Advances one layer by one step.
   *
   * @param fromInput W_ih x + b_ih, [gates * H], read only
   * @param layer whose h (and c) in {@code state} is overwritten
   */
  void advance(double[] fromInput, HiddenState state, int layer);

  /** The cell of layer {@code layer}. */
  static Cell of(Kernel kernel, Parameters parameters, int layer) {
    return switch (parameters.architecture().cell()) {
      case GRU_RESET_AFTER -> new GruResetAfterCell(kernel, parameters, layer);
      case GRU_RESET_BEFORE -> new GruResetBeforeCell(kernel, parameters, layer);
      case LSTM -> new LstmCell(kernel, parameters, layer);
    };
  }
}
