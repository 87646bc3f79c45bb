package io.github.molweave.trainer.corpus;

import io.github.molweave.tokens.Notation;
import io.github.molweave.tokens.TokenIds;
import io.github.molweave.tokens.Vocabulary;
import java.util.List;

/**
 * Molecules as token ids, in the order of reading. Immutable.
 *
 * @param vocabulary START, END, then the tokens of the training molecules, and those that other
 *     spellings of them need, in the order of their UTF-16 code units
 * @param notation what the tokens spell
 * @param respelling whether an epoch sees other spellings than these
 * @param molecules ids of the text's tokens, START and END not included; none is empty. Each is
 *     made when it is asked for
 */
public record Corpus(
    Vocabulary vocabulary, Notation notation, Respelling respelling, List<int[]> molecules) {

  /** Packs the molecules, unless they are packed already. */
  public Corpus {
    molecules =
        molecules instanceof TokenSequences packed ? packed : TokenSequences.copyOf(molecules);
  }

  /** SMILES that are trained on as read. */
  public Corpus(Vocabulary vocabulary, List<int[]> molecules) {
    this(vocabulary, Notation.SMILES, Respelling.NONE, molecules);
  }

  /** Number of molecules. */
  public int size() {
    return molecules.size();
  }

  /** Number of tokens of molecule {@code index}, START and END not included. */
  public int length(int index) {
    return ((TokenSequences) molecules).length(index);
  }

  /** Molecule {@code index} in SMILES, whatever the notation. */
  public String smiles(int index) {
    return Respelling.smilesOf(TokenIds.decode(vocabulary, molecules.get(index)), notation);
  }

  /** Number of tokens to predict in one pass: the text's and one END for each molecule. */
  public long predictions() {
    return ((TokenSequences) molecules).tokens() + molecules.size();
  }
}
