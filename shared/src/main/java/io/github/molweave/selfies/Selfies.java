package io.github.molweave.selfies;

import io.github.molweave.selfies.Translation.Translated;

/**
 * Translates between SMILES and SELFIES.
 *
 * <p>Any text whatever gives a {@link Translation}, never an exception, in time and memory that its
 * length bounds. Blanks around the text are not removed.
 *
 * <p>Accuracy: {@code SelfiesGoldenTest} holds both directions to the reference implementation's
 * own strings; {@code SelfiesPropertyTest} holds every sequence of symbols to a molecule. A text
 * encoded and decoded again is the same molecule, stereochemistry included.
 *
 * <p>Determinism: the same on every runtime. Atoms keep their order.
 */
public final class Selfies {
  /** Most characters that are looked at. */
  public static final int MAX_LENGTH = 500_000;

  private Selfies() {}

  /**
   * Writes a molecule in SELFIES.
   *
   * <p>Refused, beside what is no SMILES: wildcards, chirality other than {@code @} and {@code @@},
   * rings that close across a dot, and atoms with more bonds than the version allows, because their
   * SELFIES would be read as another molecule. Numbers of atom classes ({@code :1}) are dropped.
   */
  public static Translation encode(String smiles, SelfiesVersion version) {
    try {
      checkLength(smiles);
      MoleculeGraph molecule = SmilesGraphReader.read(smiles);
      BondLimit.check(molecule, version);
      KekuleStructure.choose(molecule);
      BondLimit.check(molecule, version);
      return new Translated(SelfiesWriter.write(molecule, version));
    } catch (RefusalException refusal) {
      return refusal.refused();
    }
  }

  /**
   * Writes the SMILES of a SELFIES text.
   *
   * <p>Every sequence of known symbols with an atom in it is a molecule whose atoms keep to the
   * bonds that the version allows them; what would need more is shortened or dropped, as the
   * grammar says. Elements without a limit of their own may have eight bonds, which is more than
   * chemistry gives many of them.
   */
  public static Translation decode(String selfies, SelfiesVersion version) {
    try {
      checkLength(selfies);
      MoleculeGraph molecule = Derivation.of(SymbolReader.read(selfies, version), version);
      return new Translated(SmilesGraphWriter.write(molecule));
    } catch (RefusalException refusal) {
      return refusal.refused();
    }
  }

  private static void checkLength(String text) throws RefusalException {
    if (text.length() > MAX_LENGTH) {
      throw new RefusalException(
          SelfiesProblem.TOO_LONG,
          MAX_LENGTH,
          text.length() + " characters are more than the " + MAX_LENGTH + " that can be read");
    }
  }
}
