package io.github.molweave.similarity;

import io.github.molweave.chemistry.Molecule;
import io.github.molweave.graph.AtomEnvironments;
import io.github.molweave.graph.MolecularGraph;
import java.util.Arrays;

/**
 * Which circular surroundings, out to two bonds, the atoms of a molecule have: what its likeness to
 * others is measured by. Blind to stereochemistry. Immutable.
 *
 * <p>Accuracy: {@code FingerprintTest} compares with RDKit's unfolded Morgan fingerprint of radius
 * 2.
 *
 * <p>Determinism: the same on every runtime, whatever the order of the atoms.
 *
 * <p>Source: D. Rogers, M. Hahn, Extended-Connectivity Fingerprints, J. Chem. Inf. Model. 50 (2010)
 * 742.
 */
public final class Fingerprint {
  /** Sorted, each once. */
  private final int[] environments;

  private Fingerprint(int[] environments) {
    this.environments = environments;
  }

  /** The fingerprint of {@code molecule}. */
  public static Fingerprint of(Molecule molecule) {
    int[] all = AtomEnvironments.of(MolecularGraph.of(molecule));
    int different = 0;
    for (int at = 0; at < all.length; at++) {
      if (at == 0 || all[at] != all[at - 1]) {
        all[different++] = all[at];
      }
    }
    return new Fingerprint(Arrays.copyOf(all, different));
  }

  /**
   * The Tanimoto coefficient: how many surroundings both molecules have, as a share of those that
   * at least one has.
   *
   * @return 0..1; 1 for equal surroundings, which different molecules may have too; 1 for two
   *     molecules without atoms
   */
  public double tanimoto(Fingerprint other) {
    int[] theirs = other.environments;
    int common = 0;
    int at = 0;
    for (int environment : environments) {
      while (at < theirs.length && theirs[at] < environment) {
        at++;
      }
      if (at < theirs.length && theirs[at] == environment) {
        common++;
      }
    }
    int either = environments.length + theirs.length - common;
    return either == 0 ? 1 : (double) common / either;
  }
}
