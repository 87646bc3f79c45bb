package io.github.molweave.smiles;

/** The one question about a text: is it a molecule? */
public final class Smiles {
  /** Longer texts get memory of their own, which is not kept. */
  private static final int USUAL_LENGTH = 4096;

  private static final ThreadLocal<SmilesValidator> VALIDATOR =
      ThreadLocal.withInitial(SmilesValidator::new);

  private Smiles() {}

  /**
   * Judges {@code text} as RDKit 2022.09.3 would, with these differences of purpose: the empty text
   * is no molecule, and neither blanks around it nor a name after it are passed over.
   *
   * <p>Any text whatever gets an answer, in bounded time and memory.
   */
  public static Validity check(String text) {
    return check(text, Scrutiny.CHEMISTRY);
  }

  /** As {@link #check(String)}, as far as {@code scrutiny} says. */
  public static Validity check(String text, Scrutiny scrutiny) {
    return validatorFor(text).check(text, scrutiny);
  }

  /** Whether {@link #check(String)} finds nothing wrong; quicker, because it finds no words. */
  public static boolean isValid(String text) {
    return validatorFor(text).isValid(text);
  }

  private static SmilesValidator validatorFor(String text) {
    return text.length() > USUAL_LENGTH ? new SmilesValidator() : VALIDATOR.get();
  }
}
