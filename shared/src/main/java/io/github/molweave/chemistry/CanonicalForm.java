package io.github.molweave.chemistry;

import com.actelion.research.chem.Canonizer;
import com.actelion.research.chem.IDCodeParser;
import com.actelion.research.chem.IsomericSmilesCreator;
import com.actelion.research.chem.StereoMolecule;

/**
 * One spelling for each molecule, however it was written.
 *
 * <p>Determinism: the same on every runtime. The strings are OpenChemLib's, not RDKit's; as a key
 * for finding duplicates prefer {@code idcode}.
 *
 * @param smiles a SMILES with stereo centres; read again it gives the same form but for some double
 *     bonds in large rings (1 of 400 molecules in {@code CanonicalFormTest})
 * @param idcode OpenChemLib's own compact code
 */
public record CanonicalForm(String smiles, String idcode) {

  /** The canonical form of {@code molecule}. */
  public static CanonicalForm of(Molecule molecule) {
    String idcode = idcodeOf(molecule);
    // Written from the code and not from the molecule: which of two equal double bond patterns a
    // molecule was read with would show in its SMILES.
    StereoMolecule canonical = new IDCodeParser(false).getCompactMolecule(idcode);
    return new CanonicalForm(IsomericSmilesCreator.createSmiles(canonical), idcode);
  }

  /**
   * The code of the canonical form of {@code molecule} alone, at two thirds of the time or less.
   */
  public static String idcodeOf(Molecule molecule) {
    return new Canonizer(arranged(molecule)).getIDCode();
  }

  /** A copy of the structure that {@link Canonizer} sees all of. */
  static StereoMolecule arranged(Molecule molecule) {
    StereoMolecule structure = molecule.structure();
    if (hasStereo(structure)) {
      // OpenChemLib's code sees a stereo centre by its wedge only, so the molecule needs a layout.
      StructureLayout.sketch(structure);
    }
    return structure;
  }

  private static boolean hasStereo(StereoMolecule structure) {
    structure.ensureHelperArrays(StereoMolecule.cHelperParities);
    for (int atom = 0; atom < structure.getAtoms(); atom++) {
      if (isKnown(structure.getAtomParity(atom))) {
        return true;
      }
    }
    for (int bond = 0; bond < structure.getBonds(); bond++) {
      if (isKnown(structure.getBondParity(bond))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isKnown(int parity) {
    return parity != StereoMolecule.cAtomParityNone && parity != StereoMolecule.cAtomParityUnknown;
  }
}
