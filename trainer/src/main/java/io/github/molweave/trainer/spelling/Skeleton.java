package io.github.molweave.trainer.spelling;

/**
 * A number that all spellings of a molecule share: of its heavy atoms and which is joined to which,
 * nothing more. Hydrogens, bond orders, charges, isotopes and stereo marks do not count, so that
 * Kekule and aromatic forms, tautomers and stereoisomers share it too. Different skeletons may
 * rarely share it.
 *
 * <p>Source: the refinement of Weisfeiler and Leman, 1968, {@value #ROUNDS} rounds of it.
 */
public final class Skeleton {
  private static final int ROUNDS = 6;
  private static final int HYDROGEN = 1;

  private Skeleton() {}

  /** The number of {@code molecule}; order and number of its parts count as well. */
  public static long of(SpelledMolecule molecule) {
    int atoms = molecule.size();
    long[] label = new long[atoms];
    for (int atom = 0; atom < atoms; atom++) {
      label[atom] = SplitMix.mixed(molecule.atoms().get(atom).element());
    }
    for (int round = 0; round < ROUNDS; round++) {
      long[] next = new long[atoms];
      for (int atom = 0; atom < atoms; atom++) {
        next[atom] = 3 * label[atom];
      }
      for (SpelledBond bond : molecule.bonds()) {
        if (isHeavy(molecule, bond.from()) && isHeavy(molecule, bond.to())) {
          next[bond.from()] += SplitMix.mixed(label[bond.to()]);
          next[bond.to()] += SplitMix.mixed(label[bond.from()]);
        }
      }
      for (int atom = 0; atom < atoms; atom++) {
        label[atom] = SplitMix.mixed(next[atom]);
      }
    }
    long sum = 0;
    for (int atom = 0; atom < atoms; atom++) {
      sum += isHeavy(molecule, atom) ? SplitMix.mixed(label[atom]) : 0;
    }
    return SplitMix.mixed(sum);
  }

  private static boolean isHeavy(SpelledMolecule molecule, int atom) {
    return molecule.atoms().get(atom).element() != HYDROGEN;
  }
}
