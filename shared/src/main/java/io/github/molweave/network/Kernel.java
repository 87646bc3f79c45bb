package io.github.molweave.network;

import io.github.molweave.modelfile.ModelFile;

/**
 * Where a network runs. All the heavy work of inference is behind this, so a runtime with something
 * faster than {@link ScalarKernel} brings its own.
 *
 * <p>Determinism: products are exact 32-bit integer sums and everything else is double in a stated
 * order, so every kernel gives the same bits.
 */
public interface Kernel {
  /**
   * Prepares the weights, once.
   *
   * @param quantised a model as {@link io.github.molweave.modelfile.Quantisation#quantise} gives it
   * @throws IllegalArgumentException when a tensor is missing or has another shape than the sizes
   *     ask for
   */
  Network load(ModelFile quantised);

  /** Weights ready to run. Immutable; may be shared by any number of {@link Streams}. */
  interface Network {
    /** Room for {@code places} molecules, all of them zero. */
    Streams streams(int places);
  }
}
