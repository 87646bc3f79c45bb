package io.github.molweave.trainer.batching;

/**
 * Some molecules of like length, ready to be fed. Time-major: step t of row b stands at {@code [t *
 * rows + b]}. Row b is START and its tokens in {@code inputs}, its tokens and END in {@code
 * targets}; rows are sorted by falling length. Places past a row's length are padding, hold START
 * in both arrays and must not reach the loss. The arrays are shared: read, never written.
 *
 * @param rows B, number of molecules, 1 or more
 * @param steps T, the length of the longest, 2 or more
 * @param inputs ids to feed [T * B]
 * @param targets ids to predict [T * B]
 * @param lengths how many steps of each row are real, 2..T [B], falling
 */
public record Batch(int rows, int steps, int[] inputs, int[] targets, int[] lengths) {

  /** How many rows, always the first ones, are real at step {@code t}: 1..B for t in 0..T-1. */
  public int activeRows(int t) {
    int active = rows;
    while (active > 0 && lengths[active - 1] <= t) {
      active--;
    }
    return active;
  }

  /** Number of real targets: what a sum of losses over the batch is divided by. */
  public int predictions() {
    int sum = 0;
    for (int length : lengths) {
      sum += length;
    }
    return sum;
  }
}
