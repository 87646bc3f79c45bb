package io.github.molweave.network;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.modelfile.Quantisation;
import io.github.molweave.modelfile.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A network in which some hidden units are held at zero: what it would write if they had nothing to
 * say.
 *
 * <p>A unit whose output is zero after every step is one that nobody can read, so the columns that
 * read it become zero: of its own layer's recurrent weights, and of the input weights of the layer
 * above or, above the last, of the output. What follows is a model like any other, for every {@link
 * Kernel} and every option. Its {@link HiddenState} still has the value that the unit would have,
 * of which nothing else depends.
 */
public final class ClampedUnits {
  private ClampedUnits() {}

  /**
   * {@code model}, quantised, with {@code units} held at zero; without any, {@code model} itself.
   *
   * <p>Accuracy: exact, as {@code ClampedUnitsTest} proves against a network that is cleared after
   * each step. Determinism: the same bits on every runtime.
   *
   * @throws IllegalArgumentException when the model has no such layer or unit
   */
  public static ModelFile in(ModelFile model, List<HiddenUnit> units) {
    if (units.isEmpty()) {
      return model;
    }
    ModelFile quantised = Quantisation.quantise(model);
    Architecture sizes = quantised.architecture();
    Map<String, Tensor> tensors = new LinkedHashMap<>(quantised.tensors());
    for (HiddenUnit clamped : units) {
      int layer = clamped.layer();
      check("layer", layer, sizes.layers());
      check("unit", clamped.unit(), sizes.hiddenSize());
      int above = layer + 1;
      clearColumn(tensors, "rnn.weight_hh_l" + layer, clamped.unit());
      clearColumn(
          tensors,
          above < sizes.layers() ? "rnn.weight_ih_l" + above : "output.weight",
          clamped.unit());
    }
    return new ModelFile(
        sizes,
        quantised.vocabulary(),
        quantised.notation(),
        quantised.lengths(),
        quantised.card(),
        tensors);
  }

  private static void check(String what, int value, int count) {
    if (value < 0 || value >= count) {
      throw new IllegalArgumentException(
          "the " + what + " of a clamped unit must be 0.." + (count - 1) + ", not " + value);
    }
  }

  private static void clearColumn(Map<String, Tensor> tensors, String name, int column) {
    Tensor.I8 matrix = (Tensor.I8) tensors.get(name);
    byte[] values = matrix.values().clone();
    int columns = matrix.shape()[1];
    for (int at = column; at < values.length; at += columns) {
      values[at] = 0;
    }
    tensors.put(name, new Tensor.I8(name, matrix.shape(), values));
  }
}
