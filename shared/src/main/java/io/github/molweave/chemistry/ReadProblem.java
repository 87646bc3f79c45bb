package io.github.molweave.chemistry;

/**
 * The ways in which a text that is spelled well, and perhaps valid, still cannot be read; the
 * others are {@link io.github.molweave.smiles.SmilesProblem}.
 */
public enum ReadProblem {
  /** Longer than {@value MoleculeReader#MAX_LENGTH} characters. */
  TOO_LONG("smiles-too-long"),
  /** More than {@value MoleculeReader#MAX_ATOMS} atoms. */
  TOO_MANY_ATOMS("smiles-too-many-atoms"),
  /** A wildcard or a query: a pattern for molecules, not one of them. */
  PATTERN("smiles-pattern"),
  /** OpenChemLib makes no molecule of it. */
  UNREADABLE("smiles-unreadable");

  private final String id;

  ReadProblem(String id) {
    this.id = id;
  }

  /** The anchor in {@code docs/troubleshooting.md}, the same on every runtime. */
  public String id() {
    return id;
  }
}
