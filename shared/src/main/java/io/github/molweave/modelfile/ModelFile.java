package io.github.molweave.modelfile;

import io.github.molweave.network.Architecture;
import io.github.molweave.tokens.Notation;
import io.github.molweave.tokens.Vocabulary;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that a {@code .safetensors} model file says: sizes, vocabulary, card and tensors. A
 * value: immutable, and equal files give equal molecules.
 *
 * @param architecture cell and sizes
 * @param vocabulary tokens in id order with start, end and mask
 * @param notation what the tokens spell
 * @param lengths for a model without END, how many tokens a molecule may have; else null
 * @param card the model card: text by field name, in the order of writing, never markup
 * @param tensors the arrays by name, in file order
 */
public record ModelFile(
    Architecture architecture,
    Vocabulary vocabulary,
    Notation notation,
    LengthRange lengths,
    Map<String, String> card,
    Map<String, Tensor> tensors) {

  /** Copies both maps, keeping their order. */
  public ModelFile {
    card = Collections.unmodifiableMap(new LinkedHashMap<>(card));
    tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
  }

  /** The tensors as a list, in file order. */
  public List<Tensor> tensorList() {
    return List.copyOf(tensors.values());
  }

  /** Whether the recurrent and output weights are stored as signed bytes. */
  public Precision precision() {
    return tensors.get("output.weight") instanceof Tensor.I8 ? Precision.INT8 : Precision.F32;
  }

  /** How the weights that enter products are stored. */
  public enum Precision {
    /** 32-bit floating point: trainable. */
    F32,
    /** Signed bytes with one scale per output row: small, for the page. */
    INT8
  }

  /**
   * How long the molecules of a model without END are: {@code shortest..longest} tokens, drawn
   * uniformly.
   */
  public record LengthRange(int shortest, int longest) {
    /** Checks that the range is not empty. */
    public LengthRange {
      if (shortest < 0 || longest < shortest) {
        throw new IllegalArgumentException(
            "a length range must have 0 <= shortest <= longest, not " + shortest + ".." + longest);
      }
    }
  }
}
