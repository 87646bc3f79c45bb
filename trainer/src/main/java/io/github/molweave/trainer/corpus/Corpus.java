package io.github.molweave.trainer.corpus;

import io.github.molweave.tokens.Vocabulary;
import java.util.List;

/**
 * Molecules as token ids, in the order of reading. Immutable: whoever holds a molecule's array
 * reads it and never writes.
 *
 * @param vocabulary START, END, then the tokens of the training molecules in the order of their
 *     UTF-16 code units
 * @param molecules ids of the text's tokens, START and END not included; none is empty
 */
public record Corpus(Vocabulary vocabulary, List<int[]> molecules) {
  /** Copies the list, not the molecules in it. */
  public Corpus {
    molecules = List.copyOf(molecules);
  }

  /** Number of molecules. */
  public int size() {
    return molecules.size();
  }

  /** Number of tokens to predict in one pass: the text's and one END for each molecule. */
  public long predictions() {
    long count = 0;
    for (int[] molecule : molecules) {
      count += molecule.length + 1L;
    }
    return count;
  }
}
