package io.github.molweave.network;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.modelfile.Tensor;
import java.util.Arrays;

/**
 * The tensors of a quantised model, looked up by name with their shapes checked: an array that is
 * too short would go unnoticed in compiled JavaScript.
 */
record Parameters(ModelFile file) {
  Architecture architecture() {
    return file.architecture();
  }

  float[] floats(String name, int... shape) {
    if (file.tensors().get(name) instanceof Tensor.F32 tensor
        && Arrays.equals(tensor.shape(), shape)
        && tensor.values().length == tensor.elements()) {
      return tensor.values();
    }
    throw missing(name, "F32", shape);
  }

  byte[] bytes(String name, int... shape) {
    if (file.tensors().get(name) instanceof Tensor.I8 tensor
        && Arrays.equals(tensor.shape(), shape)
        && tensor.values().length == tensor.elements()) {
      return tensor.values();
    }
    throw missing(name, "I8", shape);
  }

  /** One scale per row of the matrix {@code name}. */
  float[] scales(String name, int rows) {
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
