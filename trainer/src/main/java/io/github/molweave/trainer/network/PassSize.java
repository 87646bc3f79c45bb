package io.github.molweave.trainer.network;

import org.nd4j.linalg.api.buffer.DataType;

/**
 * How large the arrays of a pass are, and how many molecules the present batch has. Shared by all
 * arrays of one pass, so that a smaller batch leaves no row unused in between.
 */
final class PassSize {
  private final DataType type;
  private final int longest;
  private final int mostRows;
  private int rows;

  /**
   * @param type of the numbers
   * @param longest most steps, T
   * @param mostRows most molecules, B
   */
  PassSize(DataType type, int longest, int mostRows) {
    this.type = type;
    this.longest = longest;
    this.mostRows = mostRows;
    this.rows = mostRows;
  }

  DataType type() {
    return type;
  }

  int longest() {
    return longest;
  }

  int mostRows() {
    return mostRows;
  }

  /** Molecules of the present batch. */
  int rows() {
    return rows;
  }

  /** Takes the molecules of the next batch, 1..mostRows. */
  void rows(int rows) {
    this.rows = rows;
  }
}
