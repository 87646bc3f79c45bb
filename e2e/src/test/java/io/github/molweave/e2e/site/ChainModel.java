package io.github.molweave.e2e.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.modelfile.ModelFileWriter;
import io.github.molweave.modelfile.Tensor;
import io.github.molweave.network.Architecture;
import io.github.molweave.network.CellKind;
import io.github.molweave.tokens.Notation;
import io.github.molweave.tokens.Vocabulary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A model that needs no training: its weights are zero and each token has a fixed probability, so
 * that it writes open chains of C, N, O and S, each a molecule. The other tokens can be typed.
 *
 * @param hidden units a layer; they cost time and change nothing
 * @param layers recurrent layers, as well
 * @param endLogit of END where C has 2: 1 for about ten tokens a molecule, -1000 for never
 */
public record ChainModel(int hidden, int layers, float endLogit) {
  /** Writes molecules of about ten tokens at once. */
  public static final ChainModel QUICK = new ChainModel(4, 1, 1);

  /** Takes a millisecond or more for a token and never ends a molecule by itself. */
  public static final ChainModel SLOW_AND_ENDLESS = new ChainModel(512, 1, -1000);

  private static final String FILE = "chains.safetensors";
  private static final List<String> TOKENS =
      List.of(
          Vocabulary.START,
          Vocabulary.END,
          "C",
          "N",
          "O",
          "S",
          "Cl",
          "Br",
          "c",
          "n",
          "[nH]",
          "(",
          ")",
          "=",
          "1",
          "%10");
  private static final float NEVER = -1000;

  /** The built site with this model in place of the shipped one. */
  public ServedSite site() {
    byte[] model = bytes();
    return siteWith(model);
  }

  /** The built site with {@code file} in place of the shipped model. */
  public static ServedSite siteWith(byte[] file) {
    String list =
        "{\"default\": \"%1$s\", \"models\": [{\"file\": \"%1$s\", \"bytes\": %2$d}]}"
            .formatted(FILE, file.length);
    return ServedSite.copy()
        .with("models/" + FILE, file)
        .with("models/index.json", list.getBytes(UTF_8));
  }

  /** The file. */
  public byte[] bytes() {
    Architecture sizes = new Architecture(CellKind.LSTM, TOKENS.size(), 4, hidden, layers);
    Vocabulary vocabulary = new Vocabulary(TOKENS, 0, 1, Vocabulary.NONE);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    floats(tensors, "embedding.weight", sizes.vocabularySize(), sizes.embeddingSize());
    for (int layer = 0; layer < layers; layer++) {
      bytes(tensors, "rnn.weight_ih_l" + layer, sizes.gateRows(), sizes.inputSize(layer));
      bytes(tensors, "rnn.weight_hh_l" + layer, sizes.gateRows(), hidden);
      floats(tensors, "rnn.bias_ih_l" + layer, sizes.gateRows());
      floats(tensors, "rnn.bias_hh_l" + layer, sizes.gateRows());
    }
    bytes(tensors, "output.weight", sizes.vocabularySize(), hidden);
    tensors.put("output.bias", new Tensor.F32("output.bias", new int[] {TOKENS.size()}, logits()));
    return ModelFileWriter.write(
        new ModelFile(
            sizes,
            vocabulary,
            Notation.SMILES,
            null,
            Map.of("name", "chains", "licence", "<b>bold</b> & free"),
            tensors));
  }

  private float[] logits() {
    float[] logits = new float[TOKENS.size()];
    java.util.Arrays.fill(logits, NEVER);
    logits[TOKENS.indexOf(Vocabulary.END)] = endLogit;
    logits[TOKENS.indexOf("C")] = 2;
    logits[TOKENS.indexOf("N")] = 1;
    logits[TOKENS.indexOf("O")] = 1;
    logits[TOKENS.indexOf("S")] = 1;
    return logits;
  }

  private static void floats(Map<String, Tensor> tensors, String name, int... shape) {
    int elements = shape.length == 1 ? shape[0] : shape[0] * shape[1];
    tensors.put(name, new Tensor.F32(name, shape, new float[elements]));
  }

  private static void bytes(Map<String, Tensor> tensors, String name, int rows, int columns) {
    tensors.put(name, new Tensor.I8(name, new int[] {rows, columns}, new byte[rows * columns]));
    floats(tensors, name + ".scale", rows);
  }
}
