package io.github.molweave.network;

/**
 * The version of everything that decides the bits of logits and draws: the portable functions, the
 * rounding of activations, the order of sums, the noise. Samples made under one version can be
 * replayed under the same version only.
 */
public final class NumericVersion {
  /** The version of this code. */
  public static final int CURRENT = 1;

  private NumericVersion() {}
}
