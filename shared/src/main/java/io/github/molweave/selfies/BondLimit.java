package io.github.molweave.selfies;

/**
 * How many bonds an atom may have in SELFIES, hydrogens included.
 *
 * <p>Source: the default constraints of the selfies package for Python, 1.0.4 and 2.2.0.
 */
final class BondLimit {
  private static final int ANY_OTHER = 8;
  private static final String ELEMENTS = "HFIBONCPS";

  /** For each of the elements the limits at the charges -1, 0 and 1. */
  private static final String OF_ONE = "818" + "818" + "818" + "888" + "123234345456567";

  private static final String OF_TWO = "818" + "818" + "818" + "432" + "123234343654565";

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
    String element = label.element();
    int charge = label.charge();
    if (element.length() > 1) {
      boolean halogen = element.equals("Cl") || element.equals("Br");
      return halogen && charge == 0 ? 1 : ANY_OTHER;
    }
    int row = ELEMENTS.indexOf(element.charAt(0));
    boolean listed = row >= 0 && charge >= -1 && charge <= 1;
    String limits = version == SelfiesVersion.ONE ? OF_ONE : OF_TWO;
    return listed ? limits.charAt(3 * row + charge + 1) - '0' : ANY_OTHER;
  }
}
