package io.github.molweave.network;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.modelfile.Quantisation;
import io.github.molweave.tokens.Notation;
import io.github.molweave.tokens.Vocabulary;

/**
 * The weights of a network, ready to run. Immutable; may be shared by any number of molecules and
 * threads, each with its own {@link HiddenState}.
 *
 * <p>Accuracy: weights are signed bytes and activations 16-bit fixed point; everything else is
 * double. {@code PyTorchAgreementTest} holds the logits of whole sequences within 0.0002 of
 * PyTorch's where the weights need no rounding.
 *
 * <p>Determinism: the same bits on every runtime and with every kernel, see {@link NumericVersion}.
 */
public final class LanguageModel {
  private final ModelFile file;
  private final TokenTable fromTokens;
  private final Cell[] cells;

  /** W_ih of the layers above the first; nothing at 0. */
  private final Affine[] fromBelow;

  private final Affine output;

  private LanguageModel(ModelFile quantised, Kernel kernel) {
    file = quantised;
    Parameters parameters = new Parameters(quantised);
    Architecture sizes = quantised.architecture();
    int units = sizes.hiddenSize();
    fromTokens = new TokenTable(parameters);
    cells = new Cell[sizes.layers()];
    fromBelow = new Affine[sizes.layers()];
    for (int layer = 0; layer < cells.length; layer++) {
      cells[layer] = Cell.of(kernel, parameters, layer);
      if (layer > 0) {
        String weight = "rnn.weight_ih_l" + layer;
        String bias = "rnn.bias_ih_l" + layer;
        fromBelow[layer] = new Affine(kernel, parameters, weight, bias, sizes.gateRows(), units);
      }
    }
    int tokens = sizes.vocabularySize();
    output = new Affine(kernel, parameters, "output.weight", "output.bias", tokens, units);
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

  /** A fresh, all-zero hidden state for this model. */
  public HiddenState start() {
    return new HiddenState(this);
  }

  /**
   * Feeds one token. The mask token leaves the memory as it is.
   *
   * @param state of this model, advanced in place
   * @param token id 0..V-1
   * @param logits receives V scores for the next token, before softmax and temperature
   * @throws IllegalArgumentException when the state is another model's, there is no such token, or
   *     {@code logits} is too short; nothing has changed then
   */
  public void step(HiddenState state, int token, double[] logits) {
    check(state, token, logits);
    double[][] h = state.h;
    if (token != vocabulary().maskToken()) {
      double[] fromInput = fromTokens.row(token);
      for (int layer = 0; layer < cells.length; layer++) {
        if (layer > 0) {
          fromInput = state.fromInput;
          fromBelow[layer].apply(state.activationsOf(h[layer - 1]), state.sums, fromInput);
        }
        cells[layer].advance(fromInput, state, layer);
      }
    }
    output.apply(state.activationsOf(h[h.length - 1]), state.sums, logits);
  }

  // Compiled to JavaScript, an index out of range would not be noticed.
  private void check(HiddenState state, int token, double[] logits) {
    if (!state.belongsTo(this)) {
      throw new IllegalArgumentException("the hidden state was made by another model");
    }
    int tokens = architecture().vocabularySize();
    if (token < 0 || token >= tokens) {
      throw new IllegalArgumentException("token " + token + " is not in 0.." + (tokens - 1));
    }
    if (logits.length < tokens) {
      throw new IllegalArgumentException(
          "logits needs room for " + tokens + " numbers, not " + logits.length);
    }
  }
}
