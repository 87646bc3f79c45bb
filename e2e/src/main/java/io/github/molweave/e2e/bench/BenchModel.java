package io.github.molweave.e2e.bench;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.modelfile.ModelFileException;
import io.github.molweave.modelfile.ModelFileReader;
import io.github.molweave.modelfile.Quantisation;
import io.github.molweave.modelfile.Tensor;
import io.github.molweave.network.Architecture;
import io.github.molweave.network.CellKind;
import io.github.molweave.tokens.Notation;
import io.github.molweave.tokens.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A network to be measured: one GRU layer, weights in signed bytes.
 *
 * @param name as on the command line: {@code zinc}, or the number of units
 * @param file the quantised model
 */
record BenchModel(String name, ModelFile file) {
  /** The name of the model that the page opens with. */
  static final String SHIPPED = "zinc";

  private static final int EMBEDDING = 64;
  private static final List<String> WRITTEN =
      List.of(
          ("# ( ) - / 1 2 3 4 5 6 7 8 = Br C Cl F I N O P S [C@@H] [C@@] [C@H] [C@] [N+] [N-] [NH+] [NH2+]"
                  + " [NH3+] [O-] [S+] [S@] [S@@] [n+] [nH] c n o s \\")
              .split(" ", -1));

  /** The file at {@code path}. */
  static BenchModel read(String name, Path path) throws BenchException {
    try {
      ModelFile file = Quantisation.quantise(ModelFileReader.read(Files.readAllBytes(path)));
      Architecture sizes = file.architecture();
      if (sizes.cell() != CellKind.GRU_RESET_AFTER || sizes.layers() != 1) {
        throw new BenchException(
            BenchException.Problem.MODEL,
            path + " is not one gru-reset-after layer, which is all that the peers are given.");
      }
      return new BenchModel(name, file);
    } catch (IOException | ModelFileException e) {
      throw new BenchException(
          BenchException.Problem.MODEL,
          "The model " + path + " cannot be read: " + e.getMessage(),
          e);
    }
  }

  /** Random weights of {@code units} units and 45 tokens: the same at every call. */
  static BenchModel random(int units) {
    List<String> tokens = new ArrayList<>(List.of(Vocabulary.START, Vocabulary.END));
    tokens.addAll(WRITTEN);
    Architecture sizes =
        new Architecture(CellKind.GRU_RESET_AFTER, tokens.size(), EMBEDDING, units, 1);
    Random random = new Random(units);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    int rows = sizes.gateRows();
    put(tensors, random, "embedding.weight", 1, tokens.size(), EMBEDDING);
    put(tensors, random, "rnn.weight_ih_l0", 1 / Math.sqrt(EMBEDDING), rows, EMBEDDING);
    put(tensors, random, "rnn.weight_hh_l0", 1 / Math.sqrt(units), rows, units);
    put(tensors, random, "rnn.bias_ih_l0", 0.1, rows);
    put(tensors, random, "rnn.bias_hh_l0", 0.1, rows);
    put(tensors, random, "output.weight", 2 / Math.sqrt(units), tokens.size(), units);
    put(tensors, random, "output.bias", 0.1, tokens.size());
    ModelFile file =
        new ModelFile(
            sizes,
            new Vocabulary(tokens, 0, 1, Vocabulary.NONE),
            Notation.SMILES,
            null,
            Map.of("name", "random weights, " + units + " units"),
            tensors);
    return new BenchModel(Integer.toString(units), Quantisation.quantise(file));
  }

  /**
   * The same weights read as the other GRU, the only one that the layers of TensorFlow.js have: r
   * multiplies h before the product, not after it.
   */
  ModelFile resetBefore() {
    Architecture sizes = file.architecture();
    return new ModelFile(
        new Architecture(
            CellKind.GRU_RESET_BEFORE,
            sizes.vocabularySize(),
            sizes.embeddingSize(),
            sizes.hiddenSize(),
            1),
        file.vocabulary(),
        file.notation(),
        file.lengths(),
        file.card(),
        file.tensors());
  }

  private static void put(
      Map<String, Tensor> tensors, Random random, String name, double spread, int... shape) {
    float[] values = new float[Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (random.nextGaussian() * spread);
    }
    tensors.put(name, new Tensor.F32(name, shape, values));
  }
}
