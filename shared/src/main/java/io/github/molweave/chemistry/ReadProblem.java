package io.github.molweave.chemistry;

/** The ways in which a text can fail to be a molecule. */
public enum ReadProblem {
  /** There is nothing to read. */
  EMPTY("smiles-empty"),
  /** Longer than {@value MoleculeReader#MAX_LENGTH} characters. */
  TOO_LONG("smiles-too-long"),
  /** More than {@value MoleculeReader#MAX_ATOMS} atoms. */
  TOO_MANY_ATOMS("smiles-too-many-atoms"),
  /** Branches, brackets, bonds or ring closures that do not fit together. */
  SYNTAX("smiles-syntax"),
  /** A wildcard or a query: a pattern for molecules, not one of them. */
  PATTERN("smiles-pattern"),
  /** An atom with more bonds than its element can have. */
  VALENCE("smiles-valence"),
  /** Lower-case atoms that cannot be given alternating double bonds. */
  AROMATICITY("smiles-aromaticity");

  private final String id;

  ReadProblem(String id) {
    this.id = id;
  }

  /** The anchor in {@code docs/troubleshooting.md}, the same on every runtime. */
  public String id() {
    return id;
  }
}
