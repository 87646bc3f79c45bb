package io.github.molweave.network;

import java.util.Arrays;

/**
 * The memory of one molecule at one moment: per layer h [H], then, for an LSTM, per layer c [H].
 * Values of h lie in [-1, 1]. A snapshot: it can be put back into any {@link Streams} of the same
 * network, any number of times.
 */
public final class HiddenState {
  private final double[] values;

  private HiddenState(double[] values) {
    this.values = values;
  }

  /** A state of {@code values}, which are copied. */
  public static HiddenState of(double... values) {
    return new HiddenState(values.clone());
  }

  /** How many numbers it has: layers * H, twice as many for an LSTM. */
  public int size() {
    return values.length;
  }

  /** All of them, a new array. */
  public double[] values() {
    return values.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HiddenState state && Arrays.equals(values, state.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }
}
