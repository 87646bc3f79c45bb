package io.github.molweave.e2e.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.modelfile.ModelFileReader;
import io.github.molweave.modelfile.ModelFileWriter;
import io.github.molweave.modelfile.Tensor;
import io.github.molweave.network.Architecture;
import io.github.molweave.network.CellKind;
import io.github.molweave.network.LanguageModel;
import io.github.molweave.random.Seed;
import io.github.molweave.sampling.Sample;
import io.github.molweave.sampling.Sampler;
import io.github.molweave.sampling.SamplingOptions;
import io.github.molweave.sampling.ValidityMode;
import io.github.molweave.tokens.Notation;
import io.github.molweave.tokens.Vocabulary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A model that needs no training: its first unit counts the tokens and nothing else moves it, so
 * that it writes open chains of C, N, O and S, each a molecule. The other tokens can be typed.
 *
 * @param hidden units; all but the first cost time and change nothing
 * @param endBias how the score of END begins where that of C is always 2; the count adds up to 60
 * @param ring the score of the ring number 1
 */
public record ChainModel(int hidden, float endBias, float ring) {
  private static final float NEVER = -1000;

  /**
   * Writes molecules of about six tokens. Whatever the seed, none ends before its third token: less
   * than one in a million does at the page's temperature.
   */
  public static final ChainModel QUICK = new ChainModel(4, -30, NEVER);

  /** Writes molecules of about three tokens, so that most come again before long. */
  public static final ChainModel SHORT = new ChainModel(4, -18, NEVER);

  /** As {@link #QUICK}, but a ring opens now and then, and by luck only does it close. */
  public static final ChainModel FALTERING = new ChainModel(4, -30, 0);

  /** Takes a millisecond or more for a token and never ends a molecule by itself. */
  public static final ChainModel SLOW_AND_ENDLESS = new ChainModel(512, -1000, NEVER);

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

  /** What stands in SELFIES for each of the tokens. */
  private static final Map<String, String> SYMBOLS =
      Map.ofEntries(
          Map.entry("C", "[C]"),
          Map.entry("N", "[N]"),
          Map.entry("O", "[O]"),
          Map.entry("S", "[S]"),
          Map.entry("Cl", "[Cl]"),
          Map.entry("Br", "[Br]"),
          Map.entry("c", "[=C]"),
          Map.entry("n", "[=N]"),
          Map.entry("[nH]", "[=O]"),
          Map.entry("(", "[Branch1]"),
          Map.entry(")", "[Branch2]"),
          Map.entry("=", "[#C]"),
          Map.entry("1", "[Ring1]"),
          Map.entry("%10", "[Ring2]"));

  /** A gate that is open: its sigmoid is 1. */
  private static final float OPEN = 30;

  /** What the counting unit's cell gains with a token; tanh of the sum is the unit's output. */
  private static final float COUNT = 0.1f;

  /** By how much END's score grows until the count is large. */
  private static final float END_GAIN = 60;

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

  /** What the JVM draws with this model: the texts of the first {@code count} molecules. */
  public List<String> onTheJvm(double seed, double temperature, int count) {
    return onTheJvm(seed, temperature, ValidityMode.REJECT, count).stream()
        .map(Sample::text)
        .toList();
  }

  /** What the JVM draws with this model: the first {@code count} molecules. */
  public List<Sample> onTheJvm(double seed, double temperature, ValidityMode validity, int count) {
    SamplingOptions options =
        SamplingOptions.defaults()
            .withSeed(Seed.of(seed))
            .withTemperature(temperature)
            .withValidity(validity);
    Sampler sampler = new Sampler(LanguageModel.of(ModelFileReader.read(bytes())), options);
    return IntStream.range(0, count).mapToObj(sampler::sample).toList();
  }

  /** The file. */
  public byte[] bytes() {
    return bytes(Notation.SMILES, TOKENS);
  }

  /** A file whose network writes as this one does, but SELFIES. */
  public byte[] inSelfies() {
    return bytes(
        Notation.SELFIES,
        TOKENS.stream().map(token -> SYMBOLS.getOrDefault(token, token)).toList());
  }

  private byte[] bytes(Notation notation, List<String> tokens) {
    Architecture sizes = new Architecture(CellKind.LSTM, TOKENS.size(), 4, hidden, 1);
    Vocabulary vocabulary = new Vocabulary(tokens, 0, 1, Vocabulary.NONE);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    zeros(tensors, "embedding.weight", sizes.vocabularySize(), sizes.embeddingSize());
    weights(tensors, "rnn.weight_ih_l0", sizes.gateRows(), sizes.inputSize(0));
    weights(tensors, "rnn.weight_hh_l0", sizes.gateRows(), hidden);
    float[] gates = zeros(tensors, "rnn.bias_ih_l0", sizes.gateRows());
    gates[0] = OPEN; // rows are i, f, g, o
    gates[hidden] = OPEN;
    gates[2 * hidden] = COUNT;
    gates[3 * hidden] = OPEN;
    zeros(tensors, "rnn.bias_hh_l0", sizes.gateRows());
    int end = TOKENS.indexOf(Vocabulary.END);
    byte[] output = weights(tensors, "output.weight", sizes.vocabularySize(), hidden);
    output[end * hidden] = 127;
    ((Tensor.F32) tensors.get("output.weight.scale")).values()[end] = END_GAIN / 127;
    tensors.put("output.bias", new Tensor.F32("output.bias", new int[] {TOKENS.size()}, logits()));
    return ModelFileWriter.write(
        new ModelFile(
            sizes,
            vocabulary,
            notation,
            null,
            Map.of("name", "chains", "licence", "<b>bold</b> & free"),
            tensors));
  }

  private float[] logits() {
    float[] logits = new float[TOKENS.size()];
    java.util.Arrays.fill(logits, NEVER);
    logits[TOKENS.indexOf(Vocabulary.END)] = endBias;
    logits[TOKENS.indexOf("C")] = 2;
    logits[TOKENS.indexOf("N")] = 1;
    logits[TOKENS.indexOf("O")] = 1;
    logits[TOKENS.indexOf("S")] = 1;
    logits[TOKENS.indexOf("1")] = ring;
    return logits;
  }

  private static float[] zeros(Map<String, Tensor> tensors, String name, int... shape) {
    float[] values = new float[shape.length == 1 ? shape[0] : shape[0] * shape[1]];
    tensors.put(name, new Tensor.F32(name, shape, values));
    return values;
  }

  private static byte[] weights(Map<String, Tensor> tensors, String name, int rows, int columns) {
    byte[] values = new byte[rows * columns];
    tensors.put(name, new Tensor.I8(name, new int[] {rows, columns}, values));
    zeros(tensors, name + ".scale", rows);
    return values;
  }
}
