package io.github.molweave.chemistry;

import com.actelion.research.chem.Canonizer;
import com.actelion.research.chem.StereoMolecule;

/**
 * What a molecule is made of, reduced to what no spelling can change: its atoms with their isotope
 * and their number of hydrogens, and which of them are joined. Left out are stereochemistry,
 * charges and bond orders, because one molecule can be written with different ones.
 *
 * <p>Molecules that differ in these only share a key: stereoisomers, resonance forms, and ions and
 * radicals of the same atoms. Acid and anion, or two tautomers, do not.
 *
 * <p>Accuracy: docs/decisions/0010 counts the spellings that had another key.
 *
 * <p>Determinism: the same on every runtime, but another version of OpenChemLib may give another
 * key.
 */
public final class Constitution {
  private Constitution() {}

  /** OpenChemLib's idcode of the reduced molecule. */
  public static String key(Molecule molecule) {
    ConnectionTable table = ConnectionTable.of(molecule);
    StereoMolecule reduced = new StereoMolecule();
    for (int atom = 0; atom < table.atomicNumbers().length; atom++) {
      reduced.addAtom(table.atomicNumbers()[atom]);
      // An idcode tells masses apart, but has no place for hydrogens that bonds do not explain.
      int isotope = table.isotopes()[atom];
      reduced.setAtomMass(atom, isotope == 0 ? table.hydrogens()[atom] : isotope);
    }
    for (int bond = 0; bond < table.begins().length; bond++) {
      reduced.addBond(table.begins()[bond], table.ends()[bond]);
    }
    reduced.stripStereoInformation();
    return new Canonizer(reduced).getIDCode();
  }
}
