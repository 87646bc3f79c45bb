package io.github.molweave.network;

/**
 * Exact products of a matrix of signed bytes with a vector of 16-bit activations. All the heavy
 * work of inference is here, so a runtime with something faster than {@link ScalarKernel} brings
 * its own.
 *
 * <p>Determinism: sums are exact 32-bit integers, so every kernel gives the same numbers whatever
 * its order or lane width.
 */
public interface Kernel {
  /**
   * Prepares one matrix, once.
   *
   * @param weights [rows, columns] row-major, -127..127; read during the call only
   * @param columns at most {@link Architecture#MAX_HIDDEN}, so that no sum overflows
   */
  WeightMatrix load(byte[] weights, int rows, int columns);

  /** A matrix ready for products. Immutable; may be shared by any number of molecules. */
  interface WeightMatrix {
    /**
     * {@code sums[r] = weights[r][0] * activations[0] + weights[r][1] * activations[1] + ...}
     *
     * @param activations [columns] or longer, -16384..16384
     * @param sums [rows] or longer; the first {@code rows} are overwritten
     */
    void multiply(int[] activations, int[] sums);
  }
}
