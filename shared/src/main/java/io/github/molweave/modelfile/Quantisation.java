package io.github.molweave.modelfile;

import io.github.molweave.modelfile.ModelFile.Precision;
import io.github.molweave.modelfile.TensorLayout.Expected;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Float weights to signed bytes, symmetric, one scale per output row. The only place where this is
 * done, so that a float file and its export give the same molecules.
 */
public final class Quantisation {
  private static final int LARGEST = 127;

  private Quantisation() {}

  /**
   * The same network with {@code rnn.weight_*} and {@code output.weight} as {@code I8}; a file that
   * already is so is returned as it stands.
   *
   * <p>Per row: scale = max|w| / 127, rounded to float by storing it; q = floor(w / scale + 0.5) in
   * double from the stored scale, held within -127..127; a row of zeros (or of numbers so small
   * that the scale rounds to zero) has scale 0 and q 0. Equal bits on every runtime.
   *
   * @throws ModelFileException when a tensor is missing or misshapen, or a weight is not finite
   */
  public static ModelFile quantise(ModelFile model) {
    if (model.precision() == Precision.INT8) {
      return model;
    }
    ModelFileWriter.checkTensors(model, TensorLayout.of(model.architecture(), Precision.F32));
    List<Expected> layout = TensorLayout.of(model.architecture(), Precision.INT8);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (Expected want : layout) {
      tensors.put(want.name(), model.tensors().get(want.name()));
    }
    for (Expected want : layout) {
      if (want.type() == TensorLayout.Type.I8) {
        quantise((Tensor.F32) model.tensors().get(want.name()), tensors);
      }
    }
    return new ModelFile(
        model.architecture(),
        model.vocabulary(),
        model.notation(),
        model.lengths(),
        model.card(),
        tensors);
  }

  private static void quantise(Tensor.F32 weights, Map<String, Tensor> tensors) {
    int rows = weights.shape()[0];
    int columns = weights.shape()[1];
    float[] values = weights.values();
    float[] scales = new float[rows];
    byte[] quantised = new byte[values.length];
    for (int row = 0; row < rows; row++) {
      double largest = 0;
      for (int at = row * columns; at < (row + 1) * columns; at++) {
        double size = Math.abs((double) values[at]);
        if (!(size <= Float.MAX_VALUE)) {
          throw new ModelFileException(
              Problem.VALUE_NOT_FINITE,
              weights.name() + "[" + row + "," + (at - row * columns) + "]",
              "A weight is not a finite number");
        }
        largest = Math.max(largest, size);
      }
      scales[row] = (float) (largest / LARGEST);
      if (scales[row] != 0) {
        for (int at = row * columns; at < (row + 1) * columns; at++) {
          quantised[at] = quantise(values[at], scales[row]);
        }
      }
    }
    String scaleName = weights.name() + TensorLayout.SCALE;
    tensors.put(scaleName, new Tensor.F32(scaleName, new int[] {rows}, scales));
    tensors.put(weights.name(), new Tensor.I8(weights.name(), weights.shape(), quantised));
  }

  private static byte quantise(double weight, double scale) {
    double nearest = Math.floor(weight / scale + 0.5);
    return (byte) Math.max(-LARGEST, Math.min(LARGEST, nearest));
  }
}
