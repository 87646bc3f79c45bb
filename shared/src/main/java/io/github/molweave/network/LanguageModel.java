package io.github.molweave.network;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.modelfile.Quantisation;
import io.github.molweave.tokens.Notation;
import io.github.molweave.tokens.Vocabulary;

/**
 * The weights of a network, ready to run. Immutable; may be shared by any number of molecules and
 * threads, each with its own {@link Streams}.
 *
 * <p>Accuracy: weights are signed bytes and activations 16-bit fixed point; everything else is
 * double. {@code PyTorchAgreementTest} holds the logits of whole sequences within 0.0002 of
 * PyTorch's where the weights need no rounding.
 *
 * <p>Determinism: the same bits on every runtime and with every kernel, see {@link NumericVersion}.
 */
public final class LanguageModel {
  /** Most molecules side by side. */
  public static final int MAX_PLACES = 1024;

  private final ModelFile file;
  private final Kernel.Network network;

  private LanguageModel(ModelFile quantised, Kernel kernel) {
    file = quantised;
    network = kernel.load(quantised);
  }

  /**
   * Prepares {@code file} for the reference kernel; float weights are quantised on the way.
   *
   * @throws IllegalArgumentException when a tensor is missing or has another shape than the sizes
   *     ask for; a file from the reader never does
   */
  public static LanguageModel of(ModelFile file) {
    return of(file, new ScalarKernel());
  }

  /** As {@link #of(ModelFile)}, with another kernel: the same numbers, sooner. */
  public static LanguageModel of(ModelFile file, Kernel kernel) {
    return new LanguageModel(Quantisation.quantise(file), kernel);
  }

  /** The sizes. */
  public Architecture architecture() {
    return file.architecture();
  }

  /** The tokens. */
  public Vocabulary vocabulary() {
    return file.vocabulary();
  }

  /** What the tokens spell. */
  public Notation notation() {
    return file.notation();
  }

  /** For a model without END, how many tokens a molecule may have; else null. */
  public ModelFile.LengthRange lengths() {
    return file.lengths();
  }

  /**
   * Room for molecules that go through this network side by side, all of them zero.
   *
   * @param places 1..{@value #MAX_PLACES}
   * @throws IllegalArgumentException when {@code places} is out of range
   */
  public Streams streams(int places) {
    if (places < 1 || places > MAX_PLACES) {
      throw new IllegalArgumentException("places must be 1.." + MAX_PLACES + ", not " + places);
    }
    return new CheckedStreams(network.streams(places), this);
  }
}
