package io.github.molweave.network;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.modelfile.Tensor;
import io.github.molweave.tokens.Notation;
import io.github.molweave.tokens.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Networks of any size whose every weight follows from a seed, the same as in {@code logits.py}.
 * Quantising their float weights loses nothing.
 */
final class FormulaNetworks {
  private final Map<String, Tensor> tensors = new LinkedHashMap<>();
  private int state;

  private FormulaNetworks(Architecture sizes, int seed) {
    this.state = seed;
    int rows = sizes.gateRows();
    plain("embedding.weight", sizes.vocabularySize(), sizes.embeddingSize());
    for (int layer = 0; layer < sizes.layers(); layer++) {
      product("rnn.weight_ih_l" + layer, rows, sizes.inputSize(layer));
      product("rnn.weight_hh_l" + layer, rows, sizes.hiddenSize());
      plain("rnn.bias_ih_l" + layer, rows);
      plain("rnn.bias_hh_l" + layer, rows);
    }
    product("output.weight", sizes.vocabularySize(), sizes.hiddenSize());
    plain("output.bias", sizes.vocabularySize());
  }

  /** A float model without mask token; its tokens are spelled t0, t1, ... */
  static ModelFile of(Architecture sizes, int seed) {
    return of(sizes, seed, Vocabulary.NONE);
  }

  static ModelFile of(Architecture sizes, int seed, int maskToken) {
    List<String> tokens = new ArrayList<>();
    for (int id = 0; id < sizes.vocabularySize(); id++) {
      tokens.add("t" + id);
    }
    return new ModelFile(
        sizes,
        new Vocabulary(tokens, 0, 0, maskToken),
        Notation.SMILES,
        null,
        Map.of(),
        new FormulaNetworks(sizes, seed).tensors);
  }

  /** {@code file} with another tensor in place of the one of that name. */
  static ModelFile with(ModelFile file, Tensor tensor) {
    Map<String, Tensor> tensors = new LinkedHashMap<>(file.tensors());
    tensors.put(tensor.name(), tensor);
    return new ModelFile(
        file.architecture(),
        file.vocabulary(),
        file.notation(),
        file.lengths(),
        file.card(),
        tensors);
  }

  private void product(String name, int rows, int columns) {
    float[] values = new float[rows * columns];
    for (int row = 0; row < rows; row++) {
      float scale = (64 + next(6)) / 32768f;
      for (int column = 0; column < columns; column++) {
        int q = Math.max(-127, next(8) - 128);
        values[row * columns + column] = scale * (column == 0 ? 127 : q);
      }
    }
    tensors.put(name, new Tensor.F32(name, new int[] {rows, columns}, values));
  }

  private void plain(String name, int... shape) {
    float[] values = new float[shape.length == 1 ? shape[0] : shape[0] * shape[1]];
    for (int i = 0; i < values.length; i++) {
      values[i] = (next(8) - 128) / 128f;
    }
    tensors.put(name, new Tensor.F32(name, shape, values));
  }

  private int next(int bits) {
    state = state * 1664525 + 1013904223;
    return state >>> (32 - bits);
  }
}
