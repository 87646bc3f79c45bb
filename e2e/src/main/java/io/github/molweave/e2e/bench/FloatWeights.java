package io.github.molweave.e2e.bench;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.modelfile.Tensor;
import io.github.molweave.network.Architecture;

/**
 * The weights of a quantised one-layer GRU as floats, {@code byte * scale}, for programs that
 * compute in float. Gates in the order r, z, n; matrices row-major.
 *
 * @param sizes the sizes
 * @param embedding [V, E]
 * @param input W_ih, [3H, E]
 * @param hidden W_hh, [3H, H]
 * @param inputBias b_ih, [3H]
 * @param hiddenBias b_hh, [3H]
 * @param output [V, H]
 * @param outputBias [V]
 */
record FloatWeights(
    Architecture sizes,
    float[] embedding,
    float[] input,
    float[] hidden,
    float[] inputBias,
    float[] hiddenBias,
    float[] output,
    float[] outputBias) {

  static FloatWeights of(ModelFile file) {
    return new FloatWeights(
        file.architecture(),
        floats(file, "embedding.weight"),
        dequantised(file, "rnn.weight_ih_l0"),
        dequantised(file, "rnn.weight_hh_l0"),
        floats(file, "rnn.bias_ih_l0"),
        floats(file, "rnn.bias_hh_l0"),
        dequantised(file, "output.weight"),
        floats(file, "output.bias"));
  }

  /** W_ih embedding(v) + b_ih for every token v, [V, 3H]: what a step can look up. */
  float[] table() {
    int inputs = sizes.embeddingSize();
    int rows = sizes.gateRows();
    float[] table = new float[sizes.vocabularySize() * rows];
    for (int at = 0; at < table.length; at++) {
      int token = at / rows;
      int row = at % rows;
      double sum = inputBias[row];
      for (int i = 0; i < inputs; i++) {
        sum += (double) input[row * inputs + i] * embedding[token * inputs + i];
      }
      table[at] = (float) sum;
    }
    return table;
  }

  /** {@code values} [rows, columns] as [columns, rows]. */
  static float[] transposed(float[] values, int rows, int columns) {
    float[] turned = new float[values.length];
    for (int at = 0; at < values.length; at++) {
      turned[at % columns * rows + at / columns] = values[at];
    }
    return turned;
  }

  /** As {@link #transposed(float[], int, int)}. */
  static byte[] transposed(byte[] values, int rows, int columns) {
    byte[] turned = new byte[values.length];
    for (int at = 0; at < values.length; at++) {
      turned[at % columns * rows + at / columns] = values[at];
    }
    return turned;
  }

  /** The gates r, z, n of {@code values} [3H, columns] in the order z, r, n of Keras and ONNX. */
  static float[] updateFirst(float[] values) {
    int third = values.length / 3;
    float[] turned = values.clone();
    System.arraycopy(values, third, turned, 0, third);
    System.arraycopy(values, 0, turned, third, third);
    return turned;
  }

  /** The tensor {@code name} of floats. */
  static float[] floats(ModelFile file, String name) {
    return ((Tensor.F32) file.tensors().get(name)).values();
  }

  /** The tensor {@code name} of signed bytes. */
  static byte[] bytes(ModelFile file, String name) {
    return ((Tensor.I8) file.tensors().get(name)).values();
  }

  private static float[] dequantised(ModelFile file, String name) {
    float[] scales = floats(file, name + ".scale");
    byte[] bytes = bytes(file, name);
    float[] values = new float[bytes.length];
    int columns = bytes.length / scales.length;
    for (int at = 0; at < values.length; at++) {
      values[at] = bytes[at] * scales[at / columns];
    }
    return values;
  }
}
