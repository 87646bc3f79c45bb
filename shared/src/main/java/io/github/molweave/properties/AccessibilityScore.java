package io.github.molweave.properties;

import io.github.molweave.graph.AtomEnvironments;
import io.github.molweave.graph.MolecularGraph;
import io.github.molweave.graph.Rings;
import io.github.molweave.numeric.PortableMath;

/**
 * A score like that of Ertl and Schuffenhauer for how hard a molecule is to make: how common its
 * atom environments are among known molecules, less penalties for size, stereocentres, spiro and
 * bridgehead atoms and large rings. The fragment table and the scale are Molweave's own, so the
 * numbers are not published SA scores and must not stand beside them.
 *
 * <p>Source: the penalties of P. Ertl, A. Schuffenhauer, J. Cheminf. 1 (2009) 8, with the
 * correction for symmetry that RDKit's Contrib/SA_Score added; {@link FragmentTable}.
 */
final class AccessibilityScore {
  private static final double LN_10 = 2.302585092994046;
  private static final double EASIEST = 1.6;
  private static final double PER_UNIT = 1.75;
  private static final int LARGE_RING = 8;

  private AccessibilityScore() {}

  /** From 1 (easy) to 10; 1 without atoms. */
  static double of(MolecularGraph graph, int stereocentres) {
    if (graph.atoms() == 0) {
      return 1;
    }
    int[] environments = AtomEnvironments.of(graph);
    int tenths = 0;
    int different = 0;
    for (int i = 0; i < environments.length; i++) {
      tenths += FragmentTable.tenths(environments[i]);
      different += i == 0 || environments[i] != environments[i - 1] ? 1 : 0;
    }
    int atoms = graph.atoms();
    double raw = tenths / (10.0 * environments.length);
    raw -= PortableMath.exp(1.005 * PortableMath.log(atoms)) - atoms;
    raw -= log10(stereocentres + 1);
    raw -= log10(spiroAtoms(graph) + 1);
    raw -= log10(bridgeheads(graph) + 1);
    raw -= hasLargeRing(graph.rings()) ? log10(2) : 0;
    if (atoms > different) {
      raw = PortableMath.log((double) atoms / different) / 2 + raw;
    }
    double score = (EASIEST - raw) * PER_UNIT + 1;
    if (score > 8) {
      score = PortableMath.log(score - 7) + 8;
    }
    return Math.min(Math.max(score, 1), 10);
  }

  private static double log10(int number) {
    return PortableMath.log(number) / LN_10;
  }

  private static boolean hasLargeRing(Rings rings) {
    for (int ring = 0; ring < rings.count(); ring++) {
      if (rings.atoms(ring).length > LARGE_RING) {
        return true;
      }
    }
    return false;
  }

  /** Atoms that two rings have in common and nothing else. */
  static int spiroAtoms(MolecularGraph graph) {
    Rings rings = graph.rings();
    boolean[] found = new boolean[graph.atoms()];
    for (int ring = 0; ring < rings.count(); ring++) {
      for (int other = 0; other < ring; other++) {
        int shared = 0;
        int last = -1;
        for (int atom : rings.atoms(ring)) {
          if (rings.ofAtom(atom) > 1 && contains(rings.atoms(other), atom)) {
            shared++;
            last = atom;
          }
        }
        if (shared == 1) {
          found[last] = true;
        }
      }
    }
    return count(found);
  }

  /** Ends of the chains of two bonds or more that two rings have in common. */
  static int bridgeheads(MolecularGraph graph) {
    Rings rings = graph.rings();
    boolean[] found = new boolean[graph.atoms()];
    for (int ring = 0; ring < rings.count(); ring++) {
      for (int other = 0; other < ring; other++) {
        int[] ends = new int[graph.atoms()];
        int shared = 0;
        for (int bond : rings.bonds(ring)) {
          if (rings.ofBond(bond) > 1 && contains(rings.bonds(other), bond)) {
            shared++;
            ends[graph.begin(bond)]++;
            ends[graph.end(bond)]++;
          }
        }
        for (int atom = 0; atom < ends.length && shared > 1; atom++) {
          found[atom] |= ends[atom] == 1;
        }
      }
    }
    return count(found);
  }

  private static boolean contains(int[] members, int wanted) {
    for (int member : members) {
      if (member == wanted) {
        return true;
      }
    }
    return false;
  }

  private static int count(boolean[] found) {
    int count = 0;
    for (boolean one : found) {
      count += one ? 1 : 0;
    }
    return count;
  }
}
