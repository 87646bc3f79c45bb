package io.github.molweave.smiles;

/**
 * Every way in which a text can fail to be a molecule. Each has its anchor in {@code
 * docs/troubleshooting.md}.
 */
public enum SmilesProblem {
  /** There is nothing to read. */
  EMPTY("smiles-empty"),
  /** A character that has no meaning in SMILES, blanks among them. */
  SYMBOL("smiles-symbol"),
  /** The inside of a bracket does not fit together, or the bracket never closes. */
  BRACKET("smiles-bracket"),
  /** A bracket with letters that are no element. */
  ELEMENT("smiles-element"),
  /** A stereo mark with a number that its class does not have. */
  STEREO("smiles-stereo"),
  /** A {@code %} without its digits. */
  RING_NUMBER("smiles-ring-number"),
  /** A ring number with no atom before it. */
  RING_PLACE("smiles-ring-place"),
  /** A ring number that joins an atom to itself. */
  RING_SELF("smiles-ring-self"),
  /** A ring number that joins two atoms which are joined already. */
  RING_TWICE("smiles-ring-twice"),
  /** A ring number that never comes again. */
  RING_OPEN("smiles-ring-open"),
  /** A bond without an atom on each side. */
  BOND_PLACE("smiles-bond-place"),
  /** A branch that does not begin at an atom, or is empty. */
  BRANCH_PLACE("smiles-branch-place"),
  /** A {@code )} without its {@code (}. */
  BRANCH_CLOSE("smiles-branch-close"),
  /** A {@code (} without its {@code )}. */
  BRANCH_OPEN("smiles-branch-open"),
  /** A dot that does not stand between two atoms. */
  DOT_PLACE("smiles-dot-place"),
  /** An atom with more bonds than its element and charge allow. */
  VALENCE("smiles-valence"),
  /** A lower-case atom outside every ring. */
  AROMATIC_CHAIN("smiles-aromatic-chain"),
  /** Lower-case atoms that cannot be given alternating double bonds. */
  AROMATICITY("smiles-aromaticity"),
  /** More than can be judged in bounded time and memory. */
  TOO_LARGE("smiles-too-large");

  private final String id;

  SmilesProblem(String id) {
    this.id = id;
  }

  /** The anchor in {@code docs/troubleshooting.md}, the same on every runtime. */
  public String id() {
    return id;
  }
}
