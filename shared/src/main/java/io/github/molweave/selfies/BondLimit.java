package io.github.molweave.selfies;

/**
 * How many bonds an atom may have in SELFIES, hydrogens included.
 *
 * <p>Source: the default constraints of the selfies package for Python, 1.0.4 and 2.2.0.
 */
final class BondLimit {
  private static final int ANY_OTHER = 8;

  private BondLimit() {}

  /** The bonds that an atom has to give, its named hydrogens taken off; negative if too many. */
  static int bonds(AtomLabel label, SelfiesVersion version) {
    return limit(label, version) - Math.max(label.hydrogens(), 0);
  }

  /**
   * Refuses a molecule that its SELFIES could not say.
   *
   * @throws RefusalException at the first atom with more bonds than it may have
   */
  static void check(MoleculeGraph molecule, SelfiesVersion version) throws RefusalException {
    for (MoleculeGraph.Atom atom : molecule.atoms()) {
      AtomLabel label = atom.label.isAromatic() ? atom.label.inCapitals() : atom.label;
      int free = bonds(label, version);
      if (atom.bondOrders > free) {
        throw new RefusalException(
            SelfiesProblem.TOO_MANY_BONDS,
            atom.position,
            label.smiles()
                + " has "
                + atom.bondOrders
                + " bonds to other atoms; SELFIES allows it "
                + Math.max(free, 0));
      }
    }
  }

  private static int limit(AtomLabel label, SelfiesVersion version) {
    boolean first = version == SelfiesVersion.ONE;
    return switch (label.charge()) {
      case 0 -> neutral(label.element(), first);
      case 1 -> positive(label.element(), first);
      case -1 -> negative(label.element(), first);
      default -> ANY_OTHER;
    };
  }

  private static int neutral(String element, boolean first) {
    return switch (element) {
      case "H", "F", "Cl", "Br", "I" -> 1;
      case "B" -> first ? ANY_OTHER : 3;
      case "O" -> 2;
      case "N" -> 3;
      case "C" -> 4;
      case "P" -> 5;
      case "S" -> 6;
      default -> ANY_OTHER;
    };
  }

  private static int positive(String element, boolean first) {
    return switch (element) {
      case "B" -> first ? ANY_OTHER : 2;
      case "O" -> 3;
      case "N" -> 4;
      case "C" -> first ? 5 : 3;
      case "P" -> first ? 6 : 4;
      case "S" -> first ? 7 : 5;
      default -> ANY_OTHER;
    };
  }

  private static int negative(String element, boolean first) {
    return switch (element) {
      case "B" -> first ? ANY_OTHER : 4;
      case "O" -> 1;
      case "N" -> 2;
      case "C" -> 3;
      case "P" -> first ? 4 : 6;
      case "S" -> 5;
      default -> ANY_OTHER;
    };
  }
}
