package io.github.molweave.e2e.bench;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The weights for TensorFlow.js: little-endian floats back to back, and what they are. */
final class TensorBundle {
  private final List<float[]> values = new ArrayList<>();
  private final List<Map<String, Object>> entries = new ArrayList<>();

  private TensorBundle() {}

  /**
   * Everything that any of its contenders takes; matrices as it multiplies them, [inputs, rows].
   */
  static TensorBundle of(FloatWeights weights) {
    int tokens = weights.sizes().vocabularySize();
    int inputs = weights.sizes().embeddingSize();
    int units = weights.sizes().hiddenSize();
    int rows = 3 * units;
    float[] both = new float[rows];
    for (int row = 0; row < rows; row++) {
      both[row] = weights.inputBias()[row] + weights.hiddenBias()[row];
    }
    TensorBundle bundle = new TensorBundle();
    bundle.add("table", weights.table(), tokens, rows);
    bundle.add("embedding", weights.embedding(), tokens, inputs);
    bundle.turned("input", weights.input(), rows, inputs);
    bundle.add("inputBias", weights.inputBias(), rows);
    bundle.turned("hidden", weights.hidden(), rows, units);
    bundle.add("hiddenBias", weights.hiddenBias(), rows);
    bundle.turned("kernelUpdateFirst", FloatWeights.updateFirst(weights.input()), rows, inputs);
    bundle.turned("recurrentUpdateFirst", FloatWeights.updateFirst(weights.hidden()), rows, units);
    bundle.add("biasUpdateFirst", FloatWeights.updateFirst(both), rows);
    bundle.turned("output", weights.output(), tokens, units);
    bundle.add("outputBias", weights.outputBias(), tokens);
    return bundle;
  }

  private void turned(String name, float[] matrix, int rows, int columns) {
    add(name, FloatWeights.transposed(matrix, rows, columns), columns, rows);
  }

  private void add(String name, float[] tensor, Integer... shape) {
    values.add(tensor);
    entries.add(Map.of("name", name, "shape", List.of(shape)));
  }

  /** {@code [{name, shape}, ...]} in the order of the bytes. */
  List<Map<String, Object>> entries() {
    return List.copyOf(entries);
  }

  /** The floats. */
  byte[] toBytes() {
    int elements = values.stream().mapToInt(each -> each.length).sum();
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * elements).order(ByteOrder.LITTLE_ENDIAN);
    for (float[] each : values) {
      for (float value : each) {
        bytes.putFloat(value);
      }
    }
    return bytes.array();
  }
}
