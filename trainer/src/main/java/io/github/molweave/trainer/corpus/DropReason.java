package io.github.molweave.trainer.corpus;

/** Why a molecule of a file is not in the corpus. */
public enum DropReason {
  /** The line is longer than {@link CorpusReader#MAX_LINE} characters. */
  LINE_TOO_LONG("line-too-long", "line too long", Kind.INVALID),
  /** The molecule contains bytes that are no UTF-8, or control characters. */
  NOT_TEXT("not-text", "not text", Kind.INVALID),
  /** The row of a table has nothing in the column of molecules. */
  NO_FIELD("no-field", "empty or missing field", Kind.INVALID),
  /** An atom with a symbol that is no element. */
  UNKNOWN_ELEMENT("unknown-element", "unknown element", Kind.INVALID),
  /** Characters, branches or rings that SMILES does not allow. */
  NOT_SMILES("not-smiles", "not SMILES", Kind.INVALID),
  /** Atoms with more bonds than they can have, or rings that cannot be aromatic. */
  NO_MOLECULE("no-molecule", "no molecule by its valences", Kind.INVALID),
  /** SELFIES has no way to say it. */
  NOT_SELFIES("not-selfies", "cannot be said in SELFIES", Kind.FILTERED),
  /** More tokens than asked for. */
  TOO_MANY_TOKENS("too-many-tokens", "more tokens than --max-length", Kind.FILTERED),
  /** Contains a token that is rarer in the corpus than asked for. */
  RARE_TOKEN("rare-token", "contains a token rarer than --min-count", Kind.FILTERED),
  /** A validation molecule with a token that the training molecules do not have. */
  UNSEEN_TOKEN("unseen-token", "contains a token that training never sees", Kind.FILTERED),
  /** A molecule with a token that the model to be trained on does not have. */
  UNKNOWN_TO_MODEL(
      "unknown-to-model", "contains a token that the model of --init lacks", Kind.INVALID),
  /** Fewer tokens than asked for. */
  TOO_FEW_TOKENS("too-few-tokens", "fewer tokens than --min-length", Kind.FILTERED),
  /** More than one molecule, as a salt with its ions. */
  SEVERAL_FRAGMENTS("several-fragments", "more than one fragment", Kind.FILTERED),
  /** An element that is not among those asked for. */
  UNWANTED_ELEMENT("unwanted-element", "an element not in --elements", Kind.FILTERED),
  /** The same text stands on an earlier line. */
  REPEATED_TEXT("repeated-text", "same text as an earlier molecule", Kind.FILTERED),
  /** The same molecule stands on an earlier line, spelled otherwise. */
  REPEATED_MOLECULE("repeated-molecule", "same molecule as an earlier one", Kind.FILTERED),
  /** OpenChemLib makes no molecule of it, so that its repetition could not be seen. */
  NOT_UNDERSTOOD("not-understood", "no molecule to OpenChemLib", Kind.FILTERED);

  /** Whether the line is wrong or merely not wanted. */
  public enum Kind {
    /** The line is no molecule; {@link OnInvalid} decides. */
    INVALID,
    /** The molecule is fine, but a setting leaves it out. */
    FILTERED
  }

  private final String id;
  private final String words;
  private final Kind kind;

  DropReason(String id, String words, Kind kind) {
    this.id = id;
    this.words = words;
    this.kind = kind;
  }

  /** The spelling in reports for machines. */
  public String id() {
    return id;
  }

  /** The spelling in reports for people. */
  public String words() {
    return words;
  }

  /** Wrong or merely not wanted. */
  public Kind kind() {
    return kind;
  }
}
