package io.github.molweave.network;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.modelfile.Tensor;
import java.util.Arrays;

/**
 * The tensors of a quantised model, for a {@link Kernel} to load: looked up by name with their
 * shapes checked, since an array that is too short would go unnoticed in compiled JavaScript. The
 * arrays are shared and to be read only.
 *
 * <p>Errors: every look-up throws {@link IllegalArgumentException} when there is no tensor of that
 * name, type and shape.
 *
 * @param file a model as {@link io.github.molweave.modelfile.Quantisation#quantise} gives it
 */
public record Parameters(ModelFile file) {
  /** The sizes. */
  public Architecture architecture() {
    return file.architecture();
  }

  /** The elements of the F32 tensor {@code name}. */
  public float[] floats(String name, int... shape) {
    if (file.tensors().get(name) instanceof Tensor.F32 tensor
        && Arrays.equals(tensor.shape(), shape)
        && tensor.values().length == tensor.elements()) {
      return tensor.values();
    }
    throw missing(name, "F32", shape);
  }

  /** The elements of the I8 tensor {@code name}. */
  public byte[] bytes(String name, int... shape) {
    if (file.tensors().get(name) instanceof Tensor.I8 tensor
        && Arrays.equals(tensor.shape(), shape)
        && tensor.values().length == tensor.elements()) {
      return tensor.values();
    }
    throw missing(name, "I8", shape);
  }

  /** One scale per row of the matrix {@code name}. */
  public float[] scales(String name, int rows) {
    return floats(name + ".scale", rows);
  }

  private static IllegalArgumentException missing(String name, String type, int[] shape) {
    return new IllegalArgumentException(
        "the model has no tensor "
            + name
            + " of type "
            + type
            + " and shape "
            + Arrays.toString(shape));
  }
}
