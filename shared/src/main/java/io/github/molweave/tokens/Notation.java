package io.github.molweave.tokens;

import java.util.List;

/** The line notation that a model's tokens spell. */
public enum Notation {
  /** SMILES, split as chemists read it: {@code Cl}, {@code [nH]} and {@code %12} are one token. */
  SMILES("smiles"),
  /** SELFIES, one bracketed symbol a token. */
  SELFIES("selfies");

  /** Raised when the same text would be split into other tokens; model files carry it. */
  public static final int TOKENIZER_VERSION = 1;

  private final String id;

  Notation(String id) {
    this.id = id;
  }

  /** The spelling in model files and on the command line. */
  public String id() {
    return id;
  }

  /** The tokens of {@code text}, whatever it is; joined, they are the text again. */
  public List<String> split(String text) {
    return switch (this) {
      case SMILES -> SmilesTokenizer.split(text);
      case SELFIES -> SelfiesTokenizer.split(text);
    };
  }

  /** Whether {@code text} is exactly one whole token. */
  public boolean isToken(String text) {
    return split(text).size() == 1 && !isUnfinished(text);
  }

  /** Whether {@code token}, the last one of a text, is visibly only the beginning of a token. */
  boolean isUnfinished(String token) {
    return switch (this) {
      case SMILES -> SmilesTokenizer.isUnfinished(token);
      case SELFIES -> SmilesTokenizer.isOpenBracket(token);
    };
  }

  /** The notation spelled {@code id}, or null when there is none. */
  public static Notation ofId(String id) {
    for (Notation notation : values()) {
      if (notation.id.equals(id)) {
        return notation;
      }
    }
    return null;
  }
}
