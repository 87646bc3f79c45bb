package io.github.molweave.modelfile;

import io.github.molweave.modelfile.ModelFile.LengthRange;
import io.github.molweave.network.Architecture;
import io.github.molweave.network.CellKind;
import io.github.molweave.tokens.Notation;
import io.github.molweave.tokens.Vocabulary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Models small enough to look at, with every number fixed by a formula or a seed. */
final class TinyModels {
  private TinyModels() {}

  /** The model of the hex dump in {@code docs/model-file.md}: weights 1/8, 2/8, 3/8 and so on. */
  static ModelFile twoTokens() {
    Architecture sizes = new Architecture(CellKind.GRU_RESET_AFTER, 2, 1, 1, 1);
    int[] count = {0};
    return of(
        sizes,
        new Vocabulary(List.of("<start>", "C"), 0, -1, -1),
        new LengthRange(1, 4),
        Map.of("licence", "CC0-1.0"),
        () -> ++count[0] / 8f);
  }

  /** Four tokens, two layers, sizes that differ from each other, a card with awkward text. */
  static ModelFile fourTokens(CellKind cell) {
    Random random = new Random(7);
    return of(
        new Architecture(cell, 4, 2, 3, 2),
        new Vocabulary(List.of(Vocabulary.START, Vocabulary.END, "C", "[nH]"), 0, 1, -1),
        null,
        Map.of("licence", "CC0 \"quoted\" \\ \u00e9\u2028\ud83e\uddea\n<b>"),
        () -> (random.nextInt(2001) - 1000) / 500f);
  }

  /** A quantised model whose last I8 tensor stands before its F32 tensors, otherwise right. */
  static byte[] withSignedBytesFirst() {
    byte[] file = HostileFiles.INT8;
    byte[] data = Tampering.dataOf(file);
    int moved = 12;
    byte[] rotated = new byte[data.length];
    System.arraycopy(data, data.length - moved, rotated, 0, moved);
    System.arraycopy(data, 0, rotated, moved, data.length - moved);
    Matcher offsets = Pattern.compile("\\[(\\d+),(\\d+)\\]\\}").matcher(Tampering.headerOf(file));
    String header =
        offsets.replaceAll(
            found -> {
              int begin = (Integer.parseInt(found.group(1)) + moved) % data.length;
              int size = Integer.parseInt(found.group(2)) - Integer.parseInt(found.group(1));
              return "[" + begin + "," + (begin + size) + "]}";
            });
    return Tampering.sealed(header, rotated);
  }

  /** {@code model} with other values for one float tensor. */
  static ModelFile with(ModelFile model, String name, float[] values) {
    Map<String, Tensor> tensors = new LinkedHashMap<>(model.tensors());
    tensors.put(name, new Tensor.F32(name, tensors.get(name).shape(), values));
    return of(model, tensors);
  }

  /** {@code model} lacking one tensor. */
  static ModelFile without(ModelFile model, String name) {
    Map<String, Tensor> tensors = new LinkedHashMap<>(model.tensors());
    tensors.remove(name);
    return of(model, tensors);
  }

  static float[] floats(ModelFile model, String name) {
    return ((Tensor.F32) model.tensors().get(name)).values();
  }

  /** {@code model} with other tensors. */
  static ModelFile of(ModelFile model, Map<String, Tensor> tensors) {
    return new ModelFile(
        model.architecture(),
        model.vocabulary(),
        model.notation(),
        model.lengths(),
        model.card(),
        tensors);
  }

  private static ModelFile of(
      Architecture sizes,
      Vocabulary vocabulary,
      LengthRange lengths,
      Map<String, String> card,
      Supplier<Float> weights) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (TensorLayout.Expected want : TensorLayout.of(sizes, ModelFile.Precision.F32)) {
      float[] values = new float[want.bytes() / 4];
      for (int i = 0; i < values.length; i++) {
        values[i] = weights.get();
      }
      tensors.put(want.name(), new Tensor.F32(want.name(), want.shape(), values));
    }
    return new ModelFile(sizes, vocabulary, Notation.SMILES, lengths, card, tensors);
  }
}
