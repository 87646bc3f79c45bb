package io.github.molweave.chemistry;

import com.actelion.research.chem.Canonizer;
import com.actelion.research.chem.StereoMolecule;

/**
 * An order of a molecule's atoms that does not depend on how it is written.
 *
 * <p>Determinism: the same on every runtime. The order is OpenChemLib's.
 */
public final class CanonicalRanks {
  private CanonicalRanks() {}

  /**
   * For each atom of the SMILES its rank, from 1, all different. Hydrogens that are written as
   * atoms, which OpenChemLib leaves out, come last in the order of their neighbours.
   */
  public static int[] of(Molecule molecule) {
    StereoMolecule structure = CanonicalForm.arranged(molecule);
    int[] canonical = new Canonizer(structure).getFinalRank();
    int[] ranks = new int[molecule.writtenAtoms()];
    for (int written = 0; written < ranks.length; written++) {
      int atom = molecule.structureAtom(written);
      // An arranged molecule may have lost its hydrogens, which stand behind all other atoms.
      if (atom < canonical.length) {
        ranks[written] = canonical[atom];
      } else {
        StereoMolecule seen = molecule.perceived();
        int neighbour = seen.getAllConnAtoms(atom) > 0 ? seen.getConnAtom(atom, 0) : atom;
        ranks[written] =
            canonical.length + (neighbour < canonical.length ? canonical[neighbour] : 0);
      }
    }
    return distinct(ranks);
  }

  /** Two hydrogens on one atom stay in the order of the text: they are the same. */
  private static int[] distinct(int[] ranks) {
    int[] distinct = new int[ranks.length];
    for (int i = 0; i < ranks.length; i++) {
      distinct[i] = 1;
      for (int j = 0; j < ranks.length; j++) {
        boolean before = ranks[j] < ranks[i] || (ranks[j] == ranks[i] && j < i);
        distinct[i] += before ? 1 : 0;
      }
    }
    return distinct;
  }
}
