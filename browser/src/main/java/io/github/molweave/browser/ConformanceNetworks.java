package io.github.molweave.browser;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.modelfile.Tensor;
import io.github.molweave.network.Architecture;
import io.github.molweave.network.CellKind;
import io.github.molweave.network.HiddenState;
import io.github.molweave.network.Kernel;
import io.github.molweave.network.LanguageModel;
import io.github.molweave.network.Streams;
import io.github.molweave.tokens.Notation;
import io.github.molweave.tokens.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Random networks, random tokens and everything else that can be done to streams, condensed to 32
 * bits: kernels that give the same hash give the same logits and states.
 *
 * <p>They come in threes, one of each cell, and grow from three to three: up to 16, 70, 300 and
 * {@value Architecture#MAX_HIDDEN} units, then from the beginning again. There are 1 to 4 layers, 1
 * to 200 tokens and 1 to 33 places, up to 17 and 5 where a network is large. One in five has
 * weights at the ends of their range.
 */
public final class ConformanceNetworks {
  private static final List<CellKind> CELLS =
      List.of(CellKind.GRU_RESET_AFTER, CellKind.GRU_RESET_BEFORE, CellKind.LSTM);
  private static final int[] MOST_UNITS = {16, 70, 300, Architecture.MAX_HIDDEN};
  private static final int MOST_LAYERS = 4;
  private static final int[] MOST_PLACES = {33, 33, 17, 5};
  private static final int STEPS = 6;

  private final Map<String, Tensor> tensors = new LinkedHashMap<>();
  private final boolean extreme;
  private int state;

  private ConformanceNetworks(int number) {
    state = number * 0x9E3779B9 + 1;
    extreme = number % 5 == 4;
  }

  /** The hash of network {@code number}, run by {@code kernel}. */
  public static int hash(int number, Kernel kernel) {
    ConformanceNetworks source = new ConformanceNetworks(number);
    int size = number / CELLS.size() % MOST_UNITS.length;
    CellKind cell = CELLS.get(number % CELLS.size());
    int units = 1 + source.next(MOST_UNITS[size]);
    int layers = 1 + source.next(MOST_LAYERS);
    int tokens = 1 + source.next(200);
    int embedding = 1 + source.next(12);
    int places = 1 + source.next(MOST_PLACES[size]);
    LanguageModel model =
        LanguageModel.of(
            source.network(new Architecture(cell, tokens, embedding, units, layers)), kernel);
    return source.run(model, places);
  }

  /** Two rows of streams in turn, so that one displaces the other where a kernel has one memory. */
  private int run(LanguageModel model, int places) {
    int hash = 0;
    Streams streams = model.streams(places);
    Streams others = model.streams(1 + next(places + 3));
    for (int step = 0; step < STEPS; step++) {
      hash = step(hash, model, streams);
      int from = next(places);
      switch (next(5)) {
        case 0 -> streams.clear(from);
        case 1 -> streams.copy(from, next(places));
        case 2 -> {
          HiddenState saved = streams.save(from);
          for (double value : saved.values()) {
            hash = Conformance.mix(hash, value);
          }
          others.restore(next(others.places()), saved);
        }
        case 3 -> streams.restore(from, halves(streams.save(from).size()));
        default -> hash = step(hash, model, others);
      }
    }
    return step(hash, model, others);
  }

  /** A state whose every number lies half way between two steps of the fixed point. */
  private HiddenState halves(int size) {
    double[] values = new double[size];
    for (int i = 0; i < size; i++) {
      values[i] = (next(32768) - 16384 + 0.5) / 16384;
    }
    return HiddenState.of(values);
  }

  private int step(int hash, LanguageModel model, Streams streams) {
    int tokens = model.architecture().vocabularySize();
    int count = 1 + next(streams.places());
    int[] fed = new int[count];
    for (int place = 0; place < count; place++) {
      fed[place] = next(5) == 0 ? model.vocabulary().start() : next(tokens);
    }
    double[] logits = new double[count * tokens];
    streams.step(fed, count, logits);
    int mixed = hash;
    for (double logit : logits) {
      mixed = Conformance.mix(mixed, logit);
    }
    return mixed;
  }

  /** Every other network has a mask token, which is also its first: so it is often fed. */
  private ModelFile network(Architecture sizes) {
    List<String> tokens = new ArrayList<>();
    for (int id = 0; id < sizes.vocabularySize(); id++) {
      tokens.add("t" + id);
    }
    int mask = next(2) == 0 ? 0 : Vocabulary.NONE;
    int rows = sizes.gateRows();
    plain("embedding.weight", 2, sizes.vocabularySize(), sizes.embeddingSize());
    for (int layer = 0; layer < sizes.layers(); layer++) {
      product("rnn.weight_ih_l" + layer, rows, sizes.inputSize(layer));
      product("rnn.weight_hh_l" + layer, rows, sizes.hiddenSize());
      plain("rnn.bias_ih_l" + layer, 1, rows);
      plain("rnn.bias_hh_l" + layer, 1, rows);
    }
    product("output.weight", sizes.vocabularySize(), sizes.hiddenSize());
    plain("output.bias", 1, sizes.vocabularySize());
    Vocabulary vocabulary = new Vocabulary(tokens, 0, Vocabulary.NONE, mask);
    ModelFile.LengthRange lengths = new ModelFile.LengthRange(1, 9);
    return new ModelFile(sizes, vocabulary, Notation.SMILES, lengths, Map.of(), tensors);
  }

  private void product(String name, int rows, int columns) {
    byte[] values = new byte[rows * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) (extreme ? 127 - 254 * next(2) : next(255) - 127);
    }
    tensors.put(name, new Tensor.I8(name, new int[] {rows, columns}, values));
    // Mostly such that what enters a gate is of the order of 1; where extreme, far beyond.
    double scale = extreme ? 1e30 : 4.0 / 127 / Math.sqrt(columns);
    float[] scales = new float[rows];
    for (int row = 0; row < rows; row++) {
      scales[row] = (float) (next(16) == 0 ? 0 : scale * next(1 << 16) / 65536);
    }
    tensors.put(name + ".scale", new Tensor.F32(name + ".scale", new int[] {rows}, scales));
  }

  private void plain(String name, double most, int... shape) {
    float[] values = new float[shape.length == 1 ? shape[0] : shape[0] * shape[1]];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (most * (next(1 << 20) - (1 << 19)) / (1 << 19));
    }
    tensors.put(name, new Tensor.F32(name, shape, values));
  }

  /** A number in 0..{@code bound} - 1. */
  private int next(int bound) {
    state = state * 1664525 + 1013904223;
    // The high bits of this generator are the good ones.
    return (int) ((state >>> 8) / 16777216.0 * bound);
  }
}
