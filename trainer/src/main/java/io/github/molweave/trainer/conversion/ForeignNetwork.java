package io.github.molweave.trainer.conversion;

import io.github.molweave.network.Architecture;
import io.github.molweave.network.CellKind;
import io.github.molweave.trainer.conversion.ConversionException.Problem;
import java.util.List;
import java.util.Map;

/**
 * A network of another framework in our names and layouts, before anybody has asked what its tokens
 * mean.
 *
 * @param sizes cell and sizes, with as many tokens as the source has rows
 * @param tensors by the names of {@code docs/model-file.md}, row-major
 * @param firstToken what token 0 does to the state
 * @param framework where it comes from, in words
 * @param changes what was changed or assumed, a clause each
 * @param files what was read, by name and checksum
 */
record ForeignNetwork(
    Architecture sizes,
    Map<String, float[]> tensors,
    FirstToken firstToken,
    String framework,
    List<String> changes,
    List<String> files) {

  /** What a step with token 0 does. */
  enum FirstToken {
    /** As with any other token. */
    ORDINARY,
    /** The state stays as it is: Keras' {@code mask_zero}. */
    MASK
  }

  /** The sizes, within what a model file can have. */
  static Architecture sizes(CellKind cell, int vocabulary, int embedding, int hidden, int layers)
      throws ConversionException {
    check("tokens", vocabulary, Architecture.MAX_VOCABULARY);
    check("numbers in a row of its embedding", embedding, Architecture.MAX_EMBEDDING);
    check("hidden units", hidden, Architecture.MAX_HIDDEN);
    check("recurrent layers", layers, Architecture.MAX_LAYERS);
    return new Architecture(cell, vocabulary, embedding, hidden, layers);
  }

  private static void check(String what, int value, int most) throws ConversionException {
    if (value < 1 || value > most) {
      throw new ConversionException(
          Problem.SIZE,
          "the network has "
              + value
              + " "
              + what
              + "; Molweave's have 1 to "
              + most
              + " of them. Train one within that.");
    }
  }
}
