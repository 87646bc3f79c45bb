package io.github.molweave.smiles;

/** How far a text is judged. */
public enum Scrutiny {
  /** Symbols, brackets, branches, bonds and rings. */
  SPELLING,
  /** Valences and aromatic systems as well: whether it is a molecule. */
  CHEMISTRY
}
