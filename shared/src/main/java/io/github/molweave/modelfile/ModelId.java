package io.github.molweave.modelfile;

import java.util.Map;

/**
 * The name of a network that its molecules depend on, for cards, samples and share links: SHA-256
 * of the file that {@link ModelFileWriter} writes for the quantised model with an empty card. A
 * float file, its export and a copy with another card have one id.
 */
public final class ModelId {
  private ModelId() {}

  /**
   * The id, 64 lower-case hexadecimal digits.
   *
   * @throws ModelFileException when the model cannot be quantised
   */
  public static String of(ModelFile model) {
    byte[] unsealed = unsealed(model);
    return Sha256.hexOf(sealed(unsealed, Sha256.hexOf(ModelFileReader.covered(unsealed))));
  }

  /**
   * That file with zeros for its checksum. For who has a faster SHA-256 than {@link Sha256}: the
   * digest of what is {@linkplain ModelFileReader#covered covered} makes it {@link #sealed}, and
   * the digest of all of that is the id.
   *
   * @throws ModelFileException when the model cannot be quantised
   */
  public static byte[] unsealed(ModelFile model) {
    ModelFile quantised = Quantisation.quantise(model);
    ModelFile bare =
        new ModelFile(
            quantised.architecture(),
            quantised.vocabulary(),
            quantised.notation(),
            quantised.lengths(),
            Map.of(),
            quantised.tensors());
    return ModelFileWriter.unsealed(bare);
  }

  /** The {@link #unsealed} file with its checksum, 64 lower-case hexadecimal digits. */
  public static byte[] sealed(byte[] unsealed, String digest) {
    return ModelFileWriter.sealed(unsealed, digest);
  }
}
