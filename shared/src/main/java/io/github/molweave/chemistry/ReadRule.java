package io.github.molweave.chemistry;

import io.github.molweave.smiles.Scrutiny;

/** How much a text must get right to be read as a molecule. */
public enum ReadRule {
  /** It is spelled as SMILES are, and OpenChemLib makes a molecule of it. */
  LENIENT(Scrutiny.SPELLING),
  /** It is valid ({@link io.github.molweave.smiles.Smiles#check}). */
  STRICT(Scrutiny.CHEMISTRY);

  private final Scrutiny scrutiny;

  ReadRule(Scrutiny scrutiny) {
    this.scrutiny = scrutiny;
  }

  Scrutiny scrutiny() {
    return scrutiny;
  }
}
