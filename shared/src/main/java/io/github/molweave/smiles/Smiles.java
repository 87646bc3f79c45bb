package io.github.molweave.smiles;

/** The one question about a text: is it a molecule? */
public final class Smiles {
  private Smiles() {}

  /**
   * Judges {@code text} as RDKit 2022.09.3 would ({@code SmilesAgreementTest}), with these
   * differences of purpose: the empty text is no molecule, and neither blanks around it nor a name
   * after it are passed over.
   *
   * @param text any text whatever; nothing is thrown, and time and memory are bounded
   */
  public static Validity check(String text) {
    return new SmilesValidator().check(text);
  }
}
