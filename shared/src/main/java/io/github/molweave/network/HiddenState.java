package io.github.molweave.network;

import io.github.molweave.numeric.FixedPoint;

/**
 * The memory of one molecule in the making: per layer h [H], and for an LSTM c [H]. Owned by
 * whoever asked for it; {@link LanguageModel#step} overwrites it. Values of h lie in [-1, 1].
 *
 * <p>It also owns the scratch arrays of a step, so that molecules on several threads share nothing
 * but the weights.
 */
public final class HiddenState {
  /** [layers][H] */
  final double[][] h;

  /** [layers][H] for an LSTM, else empty. */
  final double[][] c;

  /** Scratch: integer sums of a product, [the larger of gates * H and V]. */
  final int[] sums;

  /** Scratch: W_ih x + b_ih of a layer above the first, [gates * H]. */
  final double[] fromInput;

  /** Scratch: W_hh h + b_hh, [gates * H]. */
  final double[] fromHidden;

  /** Scratch: z, [H]. */
  final double[] update;

  /** Scratch: r * h, [H]. */
  final double[] resetHidden;

  private final LanguageModel model;
  private final int[] activations;

  /** All zeros, for {@code model} only. */
  HiddenState(LanguageModel model) {
    this.model = model;
    Architecture sizes = model.architecture();
    int units = sizes.hiddenSize();
    h = new double[sizes.layers()][units];
    c = new double[sizes.cell() == CellKind.LSTM ? sizes.layers() : 0][units];
    sums = new int[Math.max(sizes.gateRows(), sizes.vocabularySize())];
    fromInput = new double[sizes.gateRows()];
    fromHidden = new double[sizes.gateRows()];
    update = new double[units];
    resetHidden = new double[units];
    activations = new int[units];
  }

  /** An independent copy, so that several molecules can go on from one common start. */
  public HiddenState copy() {
    HiddenState copy = new HiddenState(model);
    copyRows(h, copy.h);
    copyRows(c, copy.c);
    return copy;
  }

  boolean belongsTo(LanguageModel candidate) {
    return model == candidate;
  }

  /** {@code values} [H] as 16-bit activations, valid until the next call. */
  int[] activationsOf(double[] values) {
    for (int unit = 0; unit < activations.length; unit++) {
      activations[unit] = FixedPoint.of(values[unit]);
    }
    return activations;
  }

  private static void copyRows(double[][] from, double[][] to) {
    for (int row = 0; row < from.length; row++) {
      System.arraycopy(from[row], 0, to[row], 0, from[row].length);
    }
  }
}
