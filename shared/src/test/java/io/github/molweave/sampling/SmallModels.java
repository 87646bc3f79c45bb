package io.github.molweave.sampling;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.modelfile.ModelFile.LengthRange;
import io.github.molweave.modelfile.ModelFileWriter;
import io.github.molweave.modelfile.Tensor;
import io.github.molweave.network.Architecture;
import io.github.molweave.network.CellKind;
import io.github.molweave.tokens.Notation;
import io.github.molweave.tokens.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Untrained models small enough to enumerate all that they can write. */
public final class SmallModels {
  private SmallModels() {}

  /** START is 0, END is 1, then {@code text}. */
  public static ModelFile withEnd(int hidden, String... text) {
    List<String> tokens = new ArrayList<>(List.of(Vocabulary.START, Vocabulary.END));
    tokens.addAll(List.of(text));
    return of(new Vocabulary(tokens, 0, 1, Vocabulary.NONE), null, 3, hidden, 1.5);
  }

  /** START is 0, a mask token is 1, then {@code text}; lengths as given, null for none. */
  public static ModelFile withoutEnd(LengthRange lengths, String... text) {
    List<String> tokens = new ArrayList<>(List.of(Vocabulary.START, "<mask>"));
    tokens.addAll(List.of(text));
    return of(new Vocabulary(tokens, 0, Vocabulary.NONE, 1), lengths, 2, 3, 1.5);
  }

  /** The weights are all 0 and the output biases given: what came before does not matter. */
  public static ModelFile memoryless(Vocabulary vocabulary, LengthRange lengths, float... bias) {
    ModelFile zero = of(vocabulary, lengths, 1, 2, 0);
    Map<String, Tensor> tensors = new LinkedHashMap<>(zero.tensors());
    tensors.put("output.bias", new Tensor.F32("output.bias", new int[] {bias.length}, bias));
    return new ModelFile(
        zero.architecture(), vocabulary, Notation.SMILES, lengths, Map.of(), tensors);
  }

  /** The model of {@code tiny-gru.safetensors}: 12 tokens, some of two letters, 16 units. */
  private static ModelFile tinyGru() {
    List<String> tokens =
        List.of("<start>", "<end>", "C", "N", "O", "c", "1", "(", ")", "=", "Cl", "[nH]");
    return of(new Vocabulary(tokens, 0, 1, Vocabulary.NONE), null, 8, 16, 0.8);
  }

  /** Writes {@link #tinyGru} to the path given. */
  public static void main(String[] arguments) throws IOException {
    Files.write(Path.of(arguments[0]), ModelFileWriter.write(tinyGru()));
  }

  /** Weights uniform in -spread..spread from a fixed seed. */
  static ModelFile of(
      Vocabulary vocabulary, LengthRange lengths, int embedding, int hidden, double spread) {
    int size = vocabulary.size();
    Map<String, int[]> shapes = new LinkedHashMap<>();
    shapes.put("embedding.weight", new int[] {size, embedding});
    shapes.put("rnn.weight_ih_l0", new int[] {3 * hidden, embedding});
    shapes.put("rnn.weight_hh_l0", new int[] {3 * hidden, hidden});
    shapes.put("rnn.bias_ih_l0", new int[] {3 * hidden});
    shapes.put("rnn.bias_hh_l0", new int[] {3 * hidden});
    shapes.put("output.weight", new int[] {size, hidden});
    shapes.put("output.bias", new int[] {size});
    Random random = new Random(11);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    shapes.forEach(
        (name, shape) -> {
          float[] values = new float[shape.length == 1 ? shape[0] : shape[0] * shape[1]];
          for (int i = 0; i < values.length; i++) {
            values[i] = (float) ((2 * random.nextDouble() - 1) * spread);
          }
          tensors.put(name, new Tensor.F32(name, shape, values));
        });
    Architecture sizes = new Architecture(CellKind.GRU_RESET_AFTER, size, embedding, hidden, 1);
    return new ModelFile(sizes, vocabulary, Notation.SMILES, lengths, Map.of(), tensors);
  }
}
