package io.github.molweave.smiles;

import java.util.Arrays;

/**
 * Which bonds lie on rings. Each bond that is not to the atom before it in the text closes a ring
 * with the chains from its two atoms up to where they meet; atoms known to lie on common rings are
 * passed over in one step.
 *
 * <p>Source: R. E. Tarjan, "Efficiency of a good but not linear set union algorithm", JACM 22
 * (1975) 215.
 */
final class RingBonds {
  private static final int NONE = AtomGraph.NONE;

  private boolean[] onRing = {};
  private int[] degree = {};
  private int[] depth = {};
  private int[] top = {};

  /**
   * Finds them.
   *
   * @return false when a bond joins two fragments that are written apart; the answer is then not
   *     known
   */
  boolean find(AtomGraph graph) {
    reserve(graph);
    for (int atom = 0; atom < graph.atoms; atom++) {
      int bond = graph.chainBond[atom];
      depth[atom] = bond == NONE ? 0 : depth[graph.linkAtom[2 * bond]] + 1;
      top[atom] = atom;
      degree[atom] = 0;
    }
    Arrays.fill(onRing, 0, graph.bonds, false);
    for (int bond = 0; bond < graph.bonds; bond++) {
      int second = graph.linkAtom[2 * bond + 1];
      if (graph.chainBond[second] != bond
          && !close(graph, bond, graph.linkAtom[2 * bond], second)) {
        return false;
      }
    }
    return true;
  }

  boolean contains(int bond) {
    return onRing[bond];
  }

  /** Number of bonds of the atom that lie on rings. */
  int degree(int atom) {
    return degree[atom];
  }

  private void reserve(AtomGraph graph) {
    if (depth.length < graph.atoms) {
      int size = graph.element.length;
      depth = new int[size];
      top = new int[size];
      degree = new int[size];
    }
    if (onRing.length < graph.bonds) {
      onRing = new boolean[graph.kind.length];
    }
  }

  private boolean close(AtomGraph graph, int bond, int first, int second) {
    mark(graph, bond);
    int a = topOf(first);
    int b = topOf(second);
    while (a != b) {
      if (depth[a] < depth[b]) {
        int other = a;
        a = b;
        b = other;
      }
      int chain = graph.chainBond[a];
      if (chain == NONE) {
        return false;
      }
      mark(graph, chain);
      int above = topOf(graph.linkAtom[2 * chain]);
      top[a] = above;
      a = above;
    }
    return true;
  }

  private void mark(AtomGraph graph, int bond) {
    if (!onRing[bond]) {
      onRing[bond] = true;
      degree[graph.linkAtom[2 * bond]]++;
      degree[graph.linkAtom[2 * bond + 1]]++;
    }
  }

  private int topOf(int atom) {
    int at = atom;
    while (top[at] != at) {
      top[at] = top[top[at]];
      at = top[at];
    }
    return at;
  }
}
