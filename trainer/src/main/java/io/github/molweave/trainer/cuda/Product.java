package io.github.molweave.trainer.cuda;

/**
 * C = A B of matrices that lie row by row: C is [rows, columns], and each of its elements sums
 * {@code inner} products.
 *
 * @param a left factor, stored [rows, inner], or [inner, rows] when turned
 * @param b right factor, stored [inner, columns], or [columns, inner] when turned
 * @param c the result, overwritten
 */
public record Product(int rows, int columns, int inner, Factor a, Factor b, Result c) {
  /** Whether a factor is used as it lies. */
  public enum Form {
    /** As it lies. */
    PLAIN,
    /** Its transpose. */
    TURNED
  }

  /**
   * A factor.
   *
   * @param address on the card
   * @param stride elements from one stored row to the next
   */
  public record Factor(long address, int stride, Element element, Form form) {}

  /** Where the result goes: see {@link Factor}. */
  public record Result(long address, int stride, Element element) {}
}
