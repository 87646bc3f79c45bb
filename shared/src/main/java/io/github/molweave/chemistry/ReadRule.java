package io.github.molweave.chemistry;

/** How much a text must get right to be read as a molecule. */
public enum ReadRule {
  /** Whatever OpenChemLib can make an atom list of, after the checks of {@link SmilesSyntax}. */
  LENIENT,
  /**
   * Also no atom above its highest valence and no aromatic atom without a partner for its double
   * bond. Interim: it agrees with RDKit on most strings, not on all (a lone aromatic atom as in
   * {@code C[nH]c} passes); Molweave's own validator will replace it.
   */
  INTERIM_STRICT
}
