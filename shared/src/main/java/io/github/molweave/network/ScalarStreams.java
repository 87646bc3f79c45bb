package io.github.molweave.network;

import io.github.molweave.numeric.FixedPoint;
import io.github.molweave.numeric.GateFunctions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Molecules in the reference kernel. */
final class ScalarStreams implements Streams {
  /** [layers][places, H] */
  final double[][] h;

  /** [layers][places, H] for an LSTM, else empty. */
  final double[][] c;

  /** Scratch: integer sums of a product, [places][the larger of gates * H and V]. */
  final int[][] sums;

  /** Scratch: W_ih x + b_ih, [places, gates * H]. */
  final double[] fromInput;

  /** Scratch: W_hh h + b_hh, [places, gates * H]. */
  final double[] fromHidden;

  /** Scratch: z, [places, H]. */
  final double[] update;

  /** Scratch: r * h, [places, H]. */
  final double[] resetHidden;

  /** Scratch: the gates of one place that are sigmoids, [3 * H]. */
  final double[] gates;

  /** Scratch: n or g of one place, [H]. */
  final double[] candidates;

  final GateFunctions functions;

  /** The rows of h, then those of c. */
  private final List<double[]> memory = new ArrayList<>();

  private final ScalarNetwork network;
  private final int places;
  private final int units;
  private final int[] activations;
  private int[] tokens;

  ScalarStreams(ScalarNetwork network, int places) {
    this.network = network;
    this.places = places;
    Architecture sizes = network.architecture();
    units = sizes.hiddenSize();
    h = new double[sizes.layers()][places * units];
    c = new double[sizes.cell() == CellKind.LSTM ? sizes.layers() : 0][places * units];
    memory.addAll(List.of(h));
    memory.addAll(List.of(c));
    sums = new int[places][Math.max(sizes.gateRows(), sizes.vocabularySize())];
    fromInput = new double[places * sizes.gateRows()];
    fromHidden = new double[places * sizes.gateRows()];
    update = new double[places * units];
    resetHidden = new double[places * units];
    gates = new double[3 * units];
    candidates = new double[units];
    functions = new GateFunctions(gates.length);
    activations = new int[places * units];
  }

  @Override
  public int places() {
    return places;
  }

  @Override
  public void clear(int place) {
    for (double[] rows : memory) {
      Arrays.fill(rows, place * units, (place + 1) * units, 0);
    }
  }

  @Override
  public void copy(int from, int to) {
    for (double[] rows : memory) {
      System.arraycopy(rows, from * units, rows, to * units, units);
    }
  }

  @Override
  public HiddenState save(int place) {
    double[] values = new double[memory.size() * units];
    for (int layer = 0; layer < memory.size(); layer++) {
      System.arraycopy(memory.get(layer), place * units, values, layer * units, units);
    }
    return HiddenState.of(values);
  }

  @Override
  public void restore(int place, HiddenState state) {
    double[] values = state.values();
    for (int layer = 0; layer < memory.size(); layer++) {
      System.arraycopy(values, layer * units, memory.get(layer), place * units, units);
    }
  }

  @Override
  public void step(int[] tokens, int count, double[] logits) {
    this.tokens = tokens;
    network.step(this, tokens, count, logits);
  }

  /** Whether {@code place} is fed the mask token in this step. */
  boolean isMasked(int place) {
    return tokens[place] == network.maskToken();
  }

  /** The first {@code count} rows of {@code values} [places, H] as 16-bit activations. */
  int[] activationsOf(double[] values, int count) {
    for (int at = 0; at < count * units; at++) {
      activations[at] = FixedPoint.of(values[at]);
    }
    return activations;
  }
}
