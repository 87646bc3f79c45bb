package io.github.molweave.trainer.corpus;

import io.github.molweave.tokens.Notation;

/**
 * How files become a corpus.
 *
 * @param column the column of molecules in tables, or null for one called {@code smiles}
 * @param onInvalid what a line that is no molecule does
 * @param maxLength most tokens of a molecule, END not included, 1..10000
 * @param minCount molecules with a token that occurs less often than this in the training molecules
 *     are dropped; 1 keeps all
 * @param validationFraction the part that is held out when no file is given for it, 0..0.5
 * @param notation what the molecules, which are read as SMILES, are trained on
 * @param spellings of each molecule, see {@link Respelling}; 1 for the one that is read
 */
public record CorpusSettings(
    String column,
    OnInvalid onInvalid,
    int maxLength,
    int minCount,
    double validationFraction,
    Notation notation,
    int spellings) {

  /** One molecule in twenty is held out. */
  public static final double DEFAULT_VALIDATION_FRACTION = 0.05;

  /** Checks the ranges. */
  public CorpusSettings {
    if (maxLength < 1 || maxLength > 10_000) {
      throw new IllegalArgumentException("max-length must be 1..10000, not " + maxLength);
    }
    if (minCount < 1) {
      throw new IllegalArgumentException("min-count must be 1 or more, not " + minCount);
    }
    if (!(validationFraction >= 0 && validationFraction <= 0.5)) {
      throw new IllegalArgumentException(
          "the validation fraction must be 0..0.5, not " + validationFraction);
    }
    new Respelling(spellings, maxLength);
  }

  /** SMILES trained on as read. */
  public CorpusSettings(
      String column, OnInvalid onInvalid, int maxLength, int minCount, double validationFraction) {
    this(column, onInvalid, maxLength, minCount, validationFraction, Notation.SMILES, 1);
  }

  /** Bad lines stop, at most 120 tokens, no token too rare, one molecule in twenty held out. */
  public static CorpusSettings defaults() {
    return new CorpusSettings(null, OnInvalid.FAIL, 120, 1, DEFAULT_VALIDATION_FRACTION);
  }

  /** Which spellings a run learns from. */
  Respelling respelling() {
    return spellings == 1 ? Respelling.NONE : new Respelling(spellings, maxLength);
  }
}
