package io.github.molweave.chemistry;

import com.actelion.research.chem.IsotopeHelper;
import com.actelion.research.chem.PeriodicTable;
import com.actelion.research.chem.StereoMolecule;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a molecule is made of.
 *
 * @param text elements in Hill order (carbon, hydrogen, then by name; by name alone without
 *     carbon), counts above one, and the charge: {@code C8H10N4O2}, {@code H4N+}, {@code O4S-2}
 * @param weight the average molecular weight in g/mol, natural isotopes unless the SMILES names
 *     one, which weighs its mass number when nobody has weighed it; within 1 part in 10,000 of
 *     RDKit's (MolecularFormulaTest)
 */
public record MolecularFormula(String text, double weight) {

  /** The formula of {@code molecule}; deuterium and tritium count as hydrogen. */
  public static MolecularFormula of(Molecule molecule) {
    StereoMolecule structure = molecule.perceived();
    Map<String, Integer> counts = new TreeMap<>();
    int charge = 0;
    for (int atom = 0; atom < structure.getAllAtoms(); atom++) {
      String element = structure.getAtomicNo(atom) == 1 ? "H" : structure.getAtomLabel(atom);
      add(counts, element, 1);
      add(counts, "H", structure.getImplicitHydrogens(atom));
      charge += structure.getAtomCharge(atom);
    }
    double unknown = withoutUnknownIsotopes(structure);
    double weight = new com.actelion.research.chem.MolecularFormula(structure).getRelativeWeight();
    return new MolecularFormula(hill(counts) + signed(charge), weight + unknown);
  }

  /** Makes natural atoms of isotopes that nobody has weighed; answers what that takes away. */
  private static double withoutUnknownIsotopes(StereoMolecule structure) {
    double missing = 0;
    for (int atom = 0; atom < structure.getAllAtoms(); atom++) {
      int massNumber = structure.getAtomMass(atom);
      int element = structure.getAtomicNo(atom);
      if (massNumber != 0 && Double.isNaN(IsotopeHelper.getAbsoluteMass(element, massNumber))) {
        structure.setAtomMass(atom, 0);
        missing += massNumber - PeriodicTable.getWeight(element);
      }
    }
    return missing;
  }

  private static void add(Map<String, Integer> counts, String element, int count) {
    if (count > 0) {
      Integer before = counts.get(element);
      counts.put(element, (before == null ? 0 : before) + count);
    }
  }

  private static String hill(Map<String, Integer> counts) {
    StringBuilder text = new StringBuilder();
    if (counts.containsKey("C")) {
      append(text, "C", counts.remove("C"));
      append(text, "H", counts.remove("H"));
    }
    for (Map.Entry<String, Integer> entry : counts.entrySet()) {
      append(text, entry.getKey(), entry.getValue());
    }
    return text.toString();
  }

  private static void append(StringBuilder text, String element, Integer count) {
    if (count != null) {
      text.append(element);
      if (count > 1) {
        text.append(count);
      }
    }
  }

  private static String signed(int charge) {
    if (charge == 0) {
      return "";
    }
    int size = Math.abs(charge);
    return (charge > 0 ? "+" : "-") + (size > 1 ? String.valueOf(size) : "");
  }
}
