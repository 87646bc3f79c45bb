package io.github.molweave.modelfile;

import io.github.molweave.modelfile.ModelFile.Precision;
import io.github.molweave.network.Architecture;
import java.util.ArrayList;
import java.util.List;

/**
 * The tensors that a network must have, in the order in which they are written: F32 before I8, so
 * that every F32 tensor stays aligned to four bytes.
 */
final class TensorLayout {
  static final String EMBEDDING = "embedding.weight";
  static final String OUTPUT_WEIGHT = "output.weight";
  static final String OUTPUT_BIAS = "output.bias";
  static final String SCALE = ".scale";

  /** How the elements of a tensor are stored. */
  enum Type {
    F32(4),
    I8(1);

    final int bytes;

    Type(int bytes) {
      this.bytes = bytes;
    }
  }

  /** One tensor that must be there. */
  record Expected(String name, Type type, int[] shape) {
    /** At most 4096 * 1024 elements, so an int holds the bytes. */
    int bytes() {
      int elements = shape.length == 1 ? shape[0] : shape[0] * shape[1];
      return elements * type.bytes;
    }
  }

  private final Precision precision;
  private final List<Expected> floats = new ArrayList<>();
  private final List<Expected> signedBytes = new ArrayList<>();

  private TensorLayout(Precision precision) {
    this.precision = precision;
  }

  static List<Expected> of(Architecture sizes, Precision precision) {
    TensorLayout layout = new TensorLayout(precision);
    int hidden = sizes.hiddenSize();
    int rows = sizes.gateRows();
    layout.add(EMBEDDING, sizes.vocabularySize(), sizes.embeddingSize());
    for (int layer = 0; layer < sizes.layers(); layer++) {
      layout.addProduct("rnn.weight_ih_l" + layer, rows, sizes.inputSize(layer));
      layout.addProduct("rnn.weight_hh_l" + layer, rows, hidden);
      layout.add("rnn.bias_ih_l" + layer, rows);
      layout.add("rnn.bias_hh_l" + layer, rows);
    }
    layout.addProduct(OUTPUT_WEIGHT, sizes.vocabularySize(), hidden);
    layout.add(OUTPUT_BIAS, sizes.vocabularySize());
    layout.floats.addAll(layout.signedBytes);
    return layout.floats;
  }

  private void add(String name, int... shape) {
    floats.add(new Expected(name, Type.F32, shape));
  }

  /** A matrix whose rows enter dot products: the only kind that is stored as bytes. */
  private void addProduct(String name, int rows, int columns) {
    if (precision == Precision.F32) {
      add(name, rows, columns);
    } else {
      add(name + SCALE, rows);
      signedBytes.add(new Expected(name, Type.I8, new int[] {rows, columns}));
    }
  }
}
