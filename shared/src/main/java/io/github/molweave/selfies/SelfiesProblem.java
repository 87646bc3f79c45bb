package io.github.molweave.selfies;

/** The ways in which a text can fail to be translated. */
public enum SelfiesProblem {
  /** There is no atom in it. */
  EMPTY("selfies-empty"),
  /** Longer than {@value Selfies#MAX_LENGTH} characters. */
  TOO_LONG("selfies-too-long"),
  /** A symbol in brackets that this version of SELFIES does not have. */
  UNKNOWN_SYMBOL("selfies-unknown-symbol"),
  /** Text between the symbols, or a bracket that is never closed. */
  STRAY_TEXT("selfies-stray-text"),
  /** More than 99 rings are open at one place: SMILES has no numbers for them. */
  TOO_MANY_RINGS("selfies-too-many-rings"),
  /** The text is no SMILES. */
  BAD_SMILES("selfies-bad-smiles"),
  /** SMILES that says something for which SELFIES has no symbol. */
  UNSUPPORTED("selfies-unsupported"),
  /** Lower-case atoms that cannot be given alternating double bonds. */
  AROMATICITY("selfies-aromaticity"),
  /** An atom with more bonds than SELFIES allows it. */
  TOO_MANY_BONDS("selfies-too-many-bonds"),
  /** A branch or a ring that is larger than three index symbols can say. */
  TOO_FAR("selfies-too-far");

  private final String id;

  SelfiesProblem(String id) {
    this.id = id;
  }

  /** The anchor in {@code docs/troubleshooting.md}, the same on every runtime. */
  public String id() {
    return id;
  }

  /** The problem spelled {@code id}, or null when there is none. */
  public static SelfiesProblem ofId(String id) {
    for (SelfiesProblem problem : values()) {
      if (problem.id.equals(id)) {
        return problem;
      }
    }
    return null;
  }
}
