package io.github.molweave.modelfile;

import java.util.Map;

/** The name of a network that its molecules depend on, for cards, samples and share links. */
public final class ModelId {
  private ModelId() {}

  /**
   * SHA-256 of the file that {@link ModelFileWriter} writes for the quantised model with an empty
   * card, 64 hexadecimal digits: a float file, its export and a copy with another card have one id.
   *
   * @throws ModelFileException when the model cannot be quantised
   */
  public static String of(ModelFile model) {
    ModelFile quantised = Quantisation.quantise(model);
    ModelFile bare =
        new ModelFile(
            quantised.architecture(),
            quantised.vocabulary(),
            quantised.notation(),
            quantised.lengths(),
            Map.of(),
            quantised.tensors());
    return Sha256.hexOf(ModelFileWriter.encode(bare));
  }
}
