package io.github.molweave.browser.simd;

import io.github.molweave.browser.simd.SimdNetwork.PlaceAddresses;
import io.github.molweave.network.HiddenState;
import io.github.molweave.network.Streams;
import org.teavm.jso.JSBody;
import org.teavm.jso.typedarrays.Float64Array;
import org.teavm.jso.typedarrays.Int32Array;

/** Molecules in the SIMD kernel. Only tokens go in and only logits come out at a step. */
final class SimdStreams implements Streams {
  private final SimdNetwork network;
  private final int places;
  private final int stateSize;

  /** The states while other streams are in the kernel's memory; null before the first step. */
  private Float64Array kept;

  /** Views of the kernel's memory, good from {@link #enter} to {@link #leave}. */
  private Float64Array states;

  private Float64Array logits;
  private Int32Array tokens;

  SimdStreams(SimdNetwork network, int places) {
    this.network = network;
    this.places = places;
    stateSize = network.stateSize();
  }

  /** Moves into the kernel's memory. */
  void enter(PlaceAddresses addresses) {
    KernelMemory memory = network.memory();
    states = memory.doubles(addresses.states(), places * stateSize);
    logits = memory.doubles(addresses.logits(), places * network.sizes().vocabularySize());
    tokens = memory.integers(addresses.tokens(), places);
    if (kept == null) {
      fillWithZeros(states, 0, places * stateSize);
    } else {
      states.set(kept);
      kept = null;
    }
    for (int place = 0; place < places; place++) {
      network.exports().wake(place);
    }
  }

  /** Makes room for others. */
  void leave() {
    kept = copyOf(states);
    states = null;
    logits = null;
    tokens = null;
  }

  @Override
  public int places() {
    return places;
  }

  @Override
  public void clear(int place) {
    network.admit(this);
    fillWithZeros(states, place * stateSize, (place + 1) * stateSize);
    network.exports().wake(place);
  }

  @Override
  public void copy(int from, int to) {
    network.admit(this);
    copyWithin(states, to * stateSize, from * stateSize, (from + 1) * stateSize);
    network.exports().wake(to);
  }

  @Override
  public HiddenState save(int place) {
    network.admit(this);
    int units = network.sizes().hiddenSize();
    double[] padded = part(states, place * stateSize, (place + 1) * stateSize).copyToJavaArray();
    double[] values = new double[network.sizes().stateRows() * units];
    for (int row = 0; row < network.sizes().stateRows(); row++) {
      System.arraycopy(padded, row * network.paddedUnits(), values, row * units, units);
    }
    return HiddenState.of(values);
  }

  @Override
  public void restore(int place, HiddenState state) {
    network.admit(this);
    int units = network.sizes().hiddenSize();
    double[] values = state.values();
    double[] padded = new double[stateSize];
    for (int row = 0; row < network.sizes().stateRows(); row++) {
      System.arraycopy(values, row * units, padded, row * network.paddedUnits(), units);
    }
    states.set(padded, place * stateSize);
    network.exports().wake(place);
  }

  @Override
  public void step(int[] tokens, int count, double[] logits) {
    network.admit(this);
    for (int place = 0; place < count; place++) {
      this.tokens.set(place, tokens[place]);
    }
    network.exports().step(count);
    int values = count * network.sizes().vocabularySize();
    // In JavaScript no copy but a view, so that this is one copy in all.
    double[] read = part(this.logits, 0, values).copyToJavaArray();
    System.arraycopy(read, 0, logits, 0, values);
  }

  @JSBody(
      params = {"values", "from", "to"},
      script = "values.fill(0, from, to);")
  private static native void fillWithZeros(Float64Array values, int from, int to);

  @JSBody(
      params = {"values", "target", "from", "to"},
      script = "values.copyWithin(target, from, to);")
  private static native void copyWithin(Float64Array values, int target, int from, int to);

  @JSBody(
      params = {"values", "from", "to"},
      script = "return values.subarray(from, to);")
  private static native Float64Array part(Float64Array values, int from, int to);

  @JSBody(
      params = {"values"},
      script = "return values.slice();")
  private static native Float64Array copyOf(Float64Array values);
}
