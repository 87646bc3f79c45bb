package io.github.molweave.trainer.conversion;

import io.github.molweave.tokens.Quotation;
import io.github.molweave.trainer.conversion.ConversionException.Problem;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How a file stores the numbers of a tensor, little-endian. */
enum NumberType {
  /** IEEE 754 binary16. */
  F16(2),
  /** The upper half of an IEEE 754 binary32. */
  BF16(2),
  /** IEEE 754 binary32. */
  F32(4),
  /** IEEE 754 binary64. */
  F64(8),
  /** Unsigned byte. */
  U8(1),
  /** Unsigned 16-bit number. */
  U16(2);

  private static final int HALF_FRACTION = 0x3ff;
  private static final int HALF_INFINITE = 31;

  private final int bytes;

  NumberType(int bytes) {
    this.bytes = bytes;
  }

  /** The type spelled {@code id} in a safetensors file, when it is one of floating point. */
  static NumberType ofSafetensors(String id, String tensor) throws ConversionException {
    return switch (id) {
      case "F16" -> F16;
      case "BF16" -> BF16;
      case "F32" -> F32;
      case "F64" -> F64;
      default ->
          throw new ConversionException(
              Problem.TENSOR_TYPE,
              "the tensor "
                  + Quotation.of(tensor)
                  + " has type "
                  + Quotation.of(id)
                  + ". Weights must be F32, or F16, BF16 or F64: save the model in one of these.");
    };
  }

  /** How many bytes a number takes. */
  int bytes() {
    return bytes;
  }

  /**
   * The {@code count} numbers that begin at {@code file[from]}, the nearest 32-bit ones. F16, BF16
   * and F32 are kept exactly.
   */
  float[] read(byte[] file, int from, int count) {
    ByteBuffer buffer = ByteBuffer.wrap(file, from, count * bytes).order(ByteOrder.LITTLE_ENDIAN);
    float[] values = new float[count];
    for (int at = 0; at < count; at++) {
      values[at] =
          switch (this) {
            case F16 -> ofHalf(buffer.getShort());
            case BF16 -> Float.intBitsToFloat(buffer.getShort() << 16);
            case F32 -> buffer.getFloat();
            case F64 -> (float) buffer.getDouble();
            case U8 -> buffer.get() & 0xff;
            case U16 -> buffer.getShort() & 0xffff;
          };
    }
    return values;
  }

  private static float ofHalf(short bits) {
    int exponent = (bits >>> 10) & HALF_INFINITE;
    int fraction = bits & HALF_FRACTION;
    double size;
    if (exponent == HALF_INFINITE) {
      size = fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
    } else if (exponent == 0) {
      size = Math.scalb((double) fraction, -24);
    } else {
      size = Math.scalb((double) (fraction | HALF_FRACTION + 1), exponent - 25);
    }
    return (float) (bits < 0 ? -size : size);
  }
}
