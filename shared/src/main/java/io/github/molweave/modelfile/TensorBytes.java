package io.github.molweave.modelfile;

import io.github.molweave.modelfile.TensorLayout.Expected;

/** Little-endian bytes to tensors and back; no value that could poison a product passes. */
final class TensorBytes {
  private static final int EXPONENT = 0x7f800000;

  private TensorBytes() {}

  /** The tensor whose {@code expected.bytes()} bytes begin at {@code file[at]}. */
  static Tensor read(Expected expected, byte[] file, int at) {
    return switch (expected.type()) {
      case F32 -> readFloats(expected, file, at);
      case I8 -> readBytes(expected, file, at);
    };
  }

  private static Tensor readFloats(Expected expected, byte[] file, int from) {
    float[] values = new float[expected.bytes() / 4];
    boolean scale = expected.name().endsWith(TensorLayout.SCALE);
    for (int i = 0; i < values.length; i++) {
      int at = from + 4 * i;
      int bits =
          (file[at] & 255)
              | (file[at + 1] & 255) << 8
              | (file[at + 2] & 255) << 16
              | (file[at + 3] & 255) << 24;
      if ((bits & EXPONENT) == EXPONENT) {
        throw new ModelFileException(
            Problem.VALUE_NOT_FINITE,
            element(expected, i),
            "A weight is " + ((bits & ~EXPONENT) << 1 == 0 ? "infinite" : "not a number"));
      }
      values[i] = Float.intBitsToFloat(bits);
      if (scale && values[i] < 0) {
        throw new ModelFileException(
            Problem.SCALE_NEGATIVE, element(expected, i), "A scale is negative");
      }
    }
    return new Tensor.F32(expected.name(), expected.shape(), values);
  }

  private static Tensor readBytes(Expected expected, byte[] file, int from) {
    byte[] values = new byte[expected.bytes()];
    System.arraycopy(file, from, values, 0, values.length);
    for (int i = 0; i < values.length; i++) {
      if (values[i] == Byte.MIN_VALUE) {
        throw new ModelFileException(
            Problem.VALUE_MINUS_128,
            element(expected, i),
            "A signed byte is -128, outside -127..127");
      }
    }
    return new Tensor.I8(expected.name(), expected.shape(), values);
  }

  private static String element(Expected expected, int index) {
    int[] shape = expected.shape();
    return expected.name()
        + (shape.length == 1
            ? "[" + index + "]"
            : "[" + index / shape[1] + "," + index % shape[1] + "]");
  }

  /** Writes {@code tensor} to {@code file} from {@code at} on. */
  static void write(Tensor tensor, byte[] file, int at) {
    if (tensor instanceof Tensor.F32 floats) {
      float[] values = floats.values();
      for (int i = 0; i < values.length; i++) {
        int bits = Float.floatToIntBits(values[i]);
        for (int b = 0; b < 4; b++) {
          file[at + 4 * i + b] = (byte) (bits >>> (8 * b));
        }
      }
    } else if (tensor instanceof Tensor.I8 signedBytes) {
      byte[] values = signedBytes.values();
      System.arraycopy(values, 0, file, at, values.length);
    }
  }
}
