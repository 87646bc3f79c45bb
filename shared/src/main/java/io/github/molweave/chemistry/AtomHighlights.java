package io.github.molweave.chemistry;

/**
 * Which atoms of a drawing have a disc below them, and how strong its colour is. Immutable.
 *
 * @see HighlightScale
 */
public final class AtomHighlights {
  private static final AtomHighlights NONE = new AtomHighlights(new double[0]);

  private final double[] values;

  private AtomHighlights(double[] values) {
    this.values = values;
  }

  /** No disc anywhere. */
  public static AtomHighlights none() {
    return NONE;
  }

  /**
   * Discs for the atoms of a SMILES.
   *
   * @param values one for each atom in the order of the text, hydrogens written as atoms included:
   *     0..1, or not a number for an atom without a disc; copied
   * @throws IllegalArgumentException when a value is out of range; the message names the atom
   */
  public static AtomHighlights of(double... values) {
    for (int atom = 0; atom < values.length; atom++) {
      double value = values[atom];
      if (value < 0 || value > 1) {
        throw new IllegalArgumentException(
            "the highlight of atom " + atom + " must be 0..1 or not a number, not " + value);
      }
    }
    return new AtomHighlights(values.clone());
  }

  /** For how many atoms there are values; 0 when there is no disc. */
  public int count() {
    return values.length;
  }

  /** The value of {@code atom}, or not a number. */
  public double value(int atom) {
    return atom < values.length ? values[atom] : Double.NaN;
  }
}
