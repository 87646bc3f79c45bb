package io.github.molweave.trainer.checkpoint;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.modelfile.Tensor;
import io.github.molweave.tokens.Notation;
import io.github.molweave.tokens.Vocabulary;
import io.github.molweave.trainer.device.ParameterLayout;
import io.github.molweave.trainer.device.ParameterLayout.Slot;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The parameters of a run as the contents of a model file. */
public final class TrainedModel {
  private TrainedModel() {}

  /** As below, for tokens that spell SMILES. */
  public static ModelFile of(
      ParameterLayout layout, float[] parameters, Vocabulary vocabulary, Map<String, String> card) {
    return of(layout, parameters, vocabulary, Notation.SMILES, card);
  }

  /**
   * Names the parts of a flat parameter array.
   *
   * @param parameters in the order of {@code layout}; copied
   * @param notation what the tokens spell
   * @param card the model card
   */
  public static ModelFile of(
      ParameterLayout layout,
      float[] parameters,
      Vocabulary vocabulary,
      Notation notation,
      Map<String, String> card) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (Slot slot : layout.slots()) {
      float[] values =
          Arrays.copyOfRange(parameters, slot.offset(), slot.offset() + slot.elements());
      tensors.put(slot.name(), new Tensor.F32(slot.name(), slot.shape(), values));
    }
    return new ModelFile(layout.architecture(), vocabulary, notation, null, card, tensors);
  }
}
