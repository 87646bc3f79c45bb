package io.github.molweave.network;

/**
 * Exact products of a matrix of signed bytes with vectors of 16-bit activations, [rows, columns] by
 * [count, columns]. Immutable.
 */
interface WeightMatrix {
  /**
   * {@code sums[p][r] = weights[r][0] * activations[p][0] + weights[r][1] * activations[p][1] +
   * ...}
   *
   * @param activations [count, columns] or longer, -16384..16384
   * @param sums [count][rows] or longer; the first {@code rows} of the first {@code count} are
   *     overwritten
   */
  void multiply(int[] activations, int count, int[][] sums);

  /** How the weights lie in memory; which is fastest depends on the runtime. */
  interface Layout {
    /**
     * Prepares one matrix, once.
     *
     * @param weights [rows, columns] row-major, -127..127; read during the call only
     * @param columns at most {@link Architecture#MAX_HIDDEN}, so that no sum overflows
     */
    WeightMatrix of(byte[] weights, int rows, int columns);
  }
}
