package io.github.molweave.modelfile;

/**
 * One named array of a model file, row-major. The arrays are shared, not copied: whoever holds a
 * tensor reads it and never writes.
 */
public sealed interface Tensor {
  /** Its name, PyTorch's where PyTorch has one: {@code rnn.weight_hh_l0}. */
  String name();

  /** Its sizes, outermost first; one or two of them. */
  int[] shape();

  /** Number of elements: the product of the shape. */
  default int elements() {
    int count = 1;
    for (int size : shape()) {
      count *= size;
    }
    return count;
  }

  /**
   * Little-endian IEEE 754 binary32, {@code F32} in the file.
   *
   * @param values the elements, all finite
   */
  record F32(String name, int[] shape, float[] values) implements Tensor {}

  /**
   * Signed bytes, {@code I8} in the file; the real value is {@code values[r][c] * scale[r]} with
   * the tensor {@code NAME.scale}.
   *
   * @param values the elements, -127..127
   */
  record I8(String name, int[] shape, byte[] values) implements Tensor {}
}
