package io.github.molweave.smiles;

/**
 * The valence of one atom: bond orders in halves in, whole bonds out.
 *
 * <p>Source: the rules by which RDKit 2022.09.3 counts explicit valences and implicit hydrogens.
 */
final class Valences {
  private Valences() {}

  /**
   * Bonds and written hydrogens as a whole number. An aromatic atom that is at most one and a half
   * above a valence it may have counts as having that one: its double bond may go elsewhere.
   *
   * @param twice twice the sum of bond orders and written hydrogens
   */
  static int written(int element, int charge, int twice, boolean aromatic) {
    int counted = twice;
    if (aromatic) {
      int shift = Elements.valenceShift(element, charge);
      int usual = Elements.usualValence(element) + shift;
      if (usual >= 0 && twice > 2 * usual) {
        int fitting = usual;
        for (int valence : Elements.valences(element)) {
          if (valence < 0 || 2 * (valence + shift) > twice) {
            break;
          }
          fitting = valence + shift;
        }
        if (twice - 2 * fitting <= 3) {
          counted = 2 * fitting;
        }
      }
    }
    return (counted + 1) >> 1;
  }

  /** Whether an aromatic atom without brackets has one of the valences it may have. */
  static boolean isAllowedAromatic(int element, int charge, int written) {
    int shift = Elements.valenceShift(element, charge);
    if (written <= Elements.usualValence(element) + shift) {
      return true;
    }
    for (int valence : Elements.valences(element)) {
      if (valence > 0 && written == valence + shift) {
        return true;
      }
    }
    return false;
  }

  /** The hydrogens that an atom without brackets has without their being written. */
  static int implicitHydrogens(int element, int charge, int written, boolean aromatic) {
    int shift = Elements.valenceShift(element, charge);
    for (int valence : Elements.valences(element)) {
      if (valence >= 0 && written <= valence + shift) {
        return valence + shift - written;
      }
      if (aromatic) {
        return 0;
      }
    }
    return 0;
  }

  /**
   * The valence that decides whether an aromatic atom still needs a double bond: the smallest it
   * may have that holds {@code total} bonds.
   */
  static int target(int element, int charge, int total) {
    int shift = Elements.valenceShift(element, charge);
    int target = Elements.usualValence(element) + shift;
    int[] valences = Elements.valences(element);
    for (int i = 1; i < valences.length && total > target && valences[i] > 0; i++) {
      target = valences[i] + shift;
    }
    return target;
  }
}
