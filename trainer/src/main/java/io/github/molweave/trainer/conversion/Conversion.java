package io.github.molweave.trainer.conversion;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.modelfile.ModelFile.LengthRange;
import io.github.molweave.modelfile.Tensor;
import io.github.molweave.network.Architecture;
import io.github.molweave.tokens.Notation;
import io.github.molweave.tokens.Vocabulary;
import io.github.molweave.trainer.conversion.ConversionException.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A network of another framework as a model file, in full precision.
 *
 * <p>Accuracy: every weight of the source stands in the file to the bit; {@code
 * PyTorchConversionTest} and {@code KerasConversionTest} hold what the engine makes of it, in
 * bytes, to the source's own answers.
 *
 * @param model the model file
 * @param changes what was changed or assumed on the way, a clause each
 */
public record Conversion(ModelFile model, List<String> changes) {
  /** What the book's chapter draws for its network without END. */
  private static final LengthRange USUAL_LENGTHS = new LengthRange(1, 99);

  /**
   * Converts a PyTorch network.
   *
   * @param file the safetensors file
   * @param ignored names of tensors that are known to be no part of the network
   * @param vocabulary the list of its tokens
   * @throws io.github.molweave.modelfile.ModelFileException when {@code file} is no safetensors
   *     file, or a damaged one
   * @throws ConversionException when it is no network of ours, or its tokens are not understood
   */
  public static Conversion ofPyTorch(
      Path file, Set<String> ignored, Path vocabulary, TokenOptions options)
      throws ConversionException {
    ForeignNetwork network = PyTorchSource.read(file, ignored);
    return of(network, TokenList.read(vocabulary), options);
  }

  /**
   * Converts a Keras model of TensorFlow.js.
   *
   * @param model the folder of {@code model.json} and its files of weights, or that file
   * @param vocabulary the list of its tokens; null takes {@code config.json} or {@code
   *     model_info.json} beside the model
   * @throws ConversionException when it is no network of ours, or its tokens are not understood
   */
  public static Conversion ofKeras(Path model, Path vocabulary, TokenOptions options)
      throws ConversionException {
    Path file =
        Files.isRegularFile(model) ? model.toAbsolutePath() : model.resolve(KerasSource.MODEL);
    Path folder = file.getParent();
    ForeignNetwork network = KerasSource.read(file, folder);
    Path list = vocabulary == null ? TokenList.beside(folder) : vocabulary;
    return of(network, TokenList.read(list), options);
  }

  private static Conversion of(ForeignNetwork network, TokenList list, TokenOptions options)
      throws ConversionException {
    List<String> changes = new ArrayList<>(network.changes());
    TokenRoles roles = TokenRoles.of(network, list, options, changes);
    Notation notation = roles.notation();
    Vocabulary vocabulary = roles.vocabulary(notation);
    LengthRange lengths = lengths(vocabulary, options, changes);
    int[] kept = roles.kept();
    if (kept[kept.length - 1] >= kept.length) {
      changes.add("token ids were counted anew");
    }
    Architecture from = network.sizes();
    Architecture sizes =
        new Architecture(
            from.cell(), kept.length, from.embeddingSize(), from.hiddenSize(), from.layers());
    Map<String, String> card = new LinkedHashMap<>();
    card.put("converted from", network.framework());
    List<String> files = new ArrayList<>(network.files());
    files.add(list.file());
    card.put("source files", String.join("\n", files));
    card.put("changes", changes.isEmpty() ? "none" : String.join("\n", changes));
    return new Conversion(
        new ModelFile(sizes, vocabulary, notation, lengths, card, tensors(network, sizes, kept)),
        changes);
  }

  private static LengthRange lengths(
      Vocabulary vocabulary, TokenOptions options, List<String> changes)
      throws ConversionException {
    if (vocabulary.end() != Vocabulary.NONE) {
      if (options.lengths() != null) {
        throw new ConversionException(
            Problem.SPECIAL_TOKEN,
            "the token '"
                + vocabulary.token(vocabulary.end())
                + "' ends a molecule, so that --lengths has no meaning. Leave it out, or pass --end"
                + " none.");
      }
      return null;
    }
    if (options.lengths() == null) {
      changes.add(
          "no token ends a molecule; lengths are drawn from "
              + USUAL_LENGTHS.shortest()
              + " to "
              + USUAL_LENGTHS.longest()
              + " tokens");
      return USUAL_LENGTHS;
    }
    return options.lengths();
  }

  private static Map<String, Tensor> tensors(
      ForeignNetwork network, Architecture sizes, int[] kept) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    int hidden = sizes.hiddenSize();
    int rows = sizes.gateRows();
    float[] embedding = network.tensors().get("embedding.weight");
    put(
        tensors,
        "embedding.weight",
        rows(embedding, kept, sizes.embeddingSize()),
        kept.length,
        sizes.embeddingSize());
    for (int layer = 0; layer < sizes.layers(); layer++) {
      String suffix = "_l" + layer;
      take(network, tensors, "rnn.weight_ih" + suffix, rows, sizes.inputSize(layer));
      take(network, tensors, "rnn.weight_hh" + suffix, rows, hidden);
      take(network, tensors, "rnn.bias_ih" + suffix, rows);
      take(network, tensors, "rnn.bias_hh" + suffix, rows);
    }
    float[] weight = rows(network.tensors().get("output.weight"), kept, hidden);
    put(tensors, "output.weight", weight, kept.length, hidden);
    put(tensors, "output.bias", rows(network.tensors().get("output.bias"), kept, 1), kept.length);
    return tensors;
  }

  private static void take(
      ForeignNetwork network, Map<String, Tensor> tensors, String name, int... shape) {
    put(tensors, name, network.tensors().get(name), shape);
  }

  private static void put(Map<String, Tensor> tensors, String name, float[] values, int... shape) {
    tensors.put(name, new Tensor.F32(name, shape, values));
  }

  private static float[] rows(float[] values, int[] kept, int columns) {
    float[] rows = new float[kept.length * columns];
    for (int at = 0; at < kept.length; at++) {
      System.arraycopy(values, kept[at] * columns, rows, at * columns, columns);
    }
    return rows;
  }
}
