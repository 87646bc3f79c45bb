package io.github.molweave.chemistry;

import com.actelion.research.chem.StereoMolecule;
import io.github.molweave.chemistry.Reading.Rejected;

/**
 * The highest valence of each element, and the check that lower-case atoms found their double
 * bonds.
 *
 * <p>Source: RDKit's periodic table (release 2022.09.3), where the highest listed valence changes
 * by the formal charge: up for elements right of carbon, down for those left of it. Metals have no
 * limit.
 */
final class ValenceRule {
  private static final int UNLIMITED = -1;

  private ValenceRule() {}

  /**
   * The first atom that breaks the rule.
   *
   * @param aromaticAtoms how many atoms the text had in lower case: when OpenChemLib finds no
   *     double bond for one of them it leaves a radical, which nothing else in the molecule tells
   *     from a radical that was written
   */
  static Rejected firstFault(StereoMolecule structure, int aromaticAtoms) {
    for (int atom = 0; atom < structure.getAllAtoms(); atom++) {
      if (aromaticAtoms > 0 && structure.getAtomRadical(atom) != 0) {
        return new Rejected(
            ReadProblem.AROMATICITY, -1, "its aromatic atoms leave one without a double bond");
      }
      int most = highest(structure.getAtomicNo(atom), structure.getAtomCharge(atom));
      int valence = structure.getOccupiedValence(atom) + structure.getImplicitHydrogens(atom);
      if (most != UNLIMITED && valence > most) {
        return new Rejected(
            ReadProblem.VALENCE,
            -1,
            structure.getAtomLabel(atom)
                + " has "
                + valence
                + " bonds where "
                + Math.max(most, 0)
                + " are possible");
      }
    }
    return null;
  }

  private static int highest(int atomicNo, int charge) {
    int neutral = highestNeutral(atomicNo);
    if (neutral == UNLIMITED || charge == 0) {
      return neutral;
    }
    boolean leftOfCarbon = atomicNo == 5 || atomicNo == 13 || atomicNo == 14 || atomicNo == 32;
    int change = leftOfCarbon ? -charge : charge;
    if (atomicNo == 6) {
      change = -Math.abs(charge);
    }
    return Math.max(neutral + change, 0);
  }

  private static int highestNeutral(int atomicNo) {
    return switch (atomicNo) {
      case 2, 10, 18, 36 -> 0;
      case 1, 3, 9, 11, 17, 19, 35, 37, 55 -> 1;
      case 4, 8 -> 2;
      case 5, 7, 31, 49 -> 3;
      case 6, 32, 50, 82 -> 4;
      case 53, 85 -> 5;
      case 13, 14, 16, 34, 52, 54 -> 6;
      case 15, 33, 51, 83 -> 7;
      default -> UNLIMITED;
    };
  }
}
