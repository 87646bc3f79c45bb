package io.github.molweave.e2e.parity;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.modelfile.ModelFileReader;
import io.github.molweave.modelfile.ModelFileWriter;
import io.github.molweave.modelfile.Quantisation;
import io.github.molweave.modelfile.Tensor;
import io.github.molweave.network.Architecture;
import io.github.molweave.network.CellKind;
import io.github.molweave.tokens.Notation;
import io.github.molweave.tokens.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Small committed model files of every cell, with random weights: no chemist, but every path of the
 * arithmetic. {@link #main} wrote them.
 */
enum TinyModel {
  GRU_RESET_AFTER(CellKind.GRU_RESET_AFTER, 2, 0),
  GRU_RESET_BEFORE(CellKind.GRU_RESET_BEFORE, 1, 1),
  LSTM(CellKind.LSTM, 2, 2);

  private static final List<String> TOKENS =
      List.of(
          Vocabulary.START,
          Vocabulary.END,
          "C",
          "c",
          "N",
          "n",
          "O",
          "o",
          "S",
          "F",
          "Cl",
          "Br",
          "(",
          ")",
          "=",
          "#",
          "1",
          "2",
          "[nH]",
          "[N+]",
          "[O-]",
          "%10",
          "/",
          "@");

  private static final List<String> SYMBOLS =
      List.of(
          Vocabulary.START,
          Vocabulary.END,
          "[C]",
          "[=C]",
          "[N]",
          "[=N]",
          "[O]",
          "[=O]",
          "[S]",
          "[F]",
          "[Qq]",
          "[Br]",
          "[Branch1]",
          "[=Branch1]",
          "[Branch2]",
          "[#C]",
          "[Ring1]",
          "[=Ring1]",
          "[NH1]",
          "[Zz]",
          "[Xx]",
          "[Ring2]",
          "[/C]",
          "[N+1]");

  private final CellKind cell;
  private final int layers;
  private final int seed;

  TinyModel(CellKind cell, int layers, int seed) {
    this.cell = cell;
    this.layers = layers;
    this.seed = seed;
  }

  /** The file's name among the resources of this package. */
  String fileName() {
    return "tiny-" + cell.id() + ".safetensors";
  }

  /** The committed file. */
  byte[] bytes() {
    try (InputStream in = TinyModel.class.getResourceAsStream(fileName())) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The committed file with its weights as bytes. */
  byte[] quantised() {
    return ModelFileWriter.write(Quantisation.quantise(ModelFileReader.read(bytes())));
  }

  /** The same network with its text tokens spelled in SELFIES, three of them unknown to it. */
  byte[] inSelfies() {
    ModelFile file = ModelFileReader.read(bytes());
    Vocabulary vocabulary = new Vocabulary(SYMBOLS, 0, 1, Vocabulary.NONE);
    return ModelFileWriter.write(
        new ModelFile(
            file.architecture(), vocabulary, Notation.SELFIES, null, file.card(), file.tensors()));
  }

  /** Writes the files anew: {@code main FOLDER}. */
  public static void main(String[] arguments) throws IOException {
    for (TinyModel model : values()) {
      Files.write(Path.of(arguments[0], model.fileName()), ModelFileWriter.write(model.invent()));
    }
  }

  private ModelFile invent() {
    Architecture sizes = new Architecture(cell, TOKENS.size(), 8, 24, layers);
    Vocabulary vocabulary = new Vocabulary(TOKENS, 0, 1, Vocabulary.NONE);
    Random random = new Random(seed);
    Map<String, Tensor> tensors = new TreeMap<>();
    put(tensors, random, "embedding.weight", 1, sizes.vocabularySize(), sizes.embeddingSize());
    for (int layer = 0; layer < layers; layer++) {
      put(
          tensors,
          random,
          "rnn.weight_ih_l" + layer,
          0.8,
          sizes.gateRows(),
          sizes.inputSize(layer));
      put(tensors, random, "rnn.weight_hh_l" + layer, 0.8, sizes.gateRows(), sizes.hiddenSize());
      put(tensors, random, "rnn.bias_ih_l" + layer, 0.3, sizes.gateRows());
      put(tensors, random, "rnn.bias_hh_l" + layer, 0.3, sizes.gateRows());
    }
    put(tensors, random, "output.weight", 0.9, sizes.vocabularySize(), sizes.hiddenSize());
    put(tensors, random, "output.bias", 0.5, sizes.vocabularySize());
    return new ModelFile(
        sizes, vocabulary, Notation.SMILES, null, Map.of("name", "tiny " + cell.id()), tensors);
  }

  private static void put(
      Map<String, Tensor> tensors, Random random, String name, double spread, int... shape) {
    int elements = 1;
    for (int size : shape) {
      elements *= size;
    }
    float[] values = new float[elements];
    for (int i = 0; i < elements; i++) {
      values[i] = (float) (random.nextGaussian() * spread);
    }
    tensors.put(name, new Tensor.F32(name, shape, values));
  }
}
