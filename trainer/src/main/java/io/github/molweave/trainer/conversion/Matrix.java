package io.github.molweave.trainer.conversion;

import io.github.molweave.tokens.Quotation;
import io.github.molweave.trainer.conversion.ConversionException.Problem;
import java.util.Arrays;
import java.util.List;

/**
 * A tensor of others, as numbers.
 *
 * @param name as in its file
 * @param shape its sizes, outermost first
 * @param values the elements, row-major, all finite; to be read only
 */
record Matrix(String name, List<Integer> shape, float[] values) {

  /** Checks that every value is a number. */
  static Matrix of(String name, List<Integer> shape, float[] values) throws ConversionException {
    for (int at = 0; at < values.length; at++) {
      if (!Float.isFinite(values[at])) {
        throw new ConversionException(
            Problem.NOT_FINITE,
            "element "
                + at
                + " of the tensor "
                + Quotation.of(name)
                + " is not a finite 32-bit number. The training has diverged, or the file is"
                + " damaged: use an earlier checkpoint, or copy it again.");
      }
    }
    return new Matrix(name, shape, values);
  }

  int rows() {
    return shape.get(0);
  }

  int columns() {
    return shape.get(1);
  }

  boolean isMatrix() {
    return shape.size() == 2;
  }

  boolean has(Integer... sizes) {
    return shape.equals(List.of(sizes));
  }

  /** Objects to any other shape; {@code why} says what it follows from. */
  Matrix require(String why, Integer... sizes) throws ConversionException {
    if (!has(sizes)) {
      throw new ConversionException(
          Problem.TENSOR_SHAPE,
          "the tensor "
              + Quotation.of(name)
              + " has shape "
              + shape
              + ", and "
              + Arrays.toString(sizes)
              + " belongs there: "
              + why
              + ".");
    }
    return this;
  }

  /** The elements with rows and columns exchanged. */
  float[] transposed() {
    int rows = rows();
    int columns = columns();
    float[] turned = new float[values.length];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        turned[column * rows + row] = values[row * columns + column];
      }
    }
    return turned;
  }
}
