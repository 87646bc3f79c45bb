package io.github.molweave.network;

/**
 * The memory of one molecule in the making: per layer h [H], and for an LSTM c [H]. Owned by
 * whoever asked for it; {@link LanguageModel#step} overwrites it. Values of h lie in [-1, 1].
 */
public final class HiddenState {
  final double[][] h;
  final double[][] c;

  HiddenState(double[][] h, double[][] c) {
    this.h = h;
    this.c = c;
  }

  /** An independent copy, so that several molecules can go on from one common start. */
  public HiddenState copy() {
    return new HiddenState(copyOf(h), copyOf(c));
  }

  private static double[][] copyOf(double[][] rows) {
    double[][] copy = new double[rows.length][];
    for (int row = 0; row < rows.length; row++) {
      copy[row] = rows[row].clone();
    }
    return copy;
  }
}
