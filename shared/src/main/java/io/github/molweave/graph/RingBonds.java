package io.github.molweave.graph;

import java.util.Arrays;

/** Tells bonds of rings from bridges by one walk over the graph (Tarjan's low points). */
final class RingBonds {
  private final MolecularGraph graph;
  private final boolean[] inRing;
  private final int[] arrival;
  private final int[] lowest;
  private final int[] viaLink;
  private final int[] nextLink;
  private int arrivals;

  private RingBonds(MolecularGraph graph) {
    this.graph = graph;
    this.inRing = new boolean[graph.bonds()];
    Arrays.fill(inRing, true);
    this.arrival = new int[graph.atoms()];
    this.lowest = new int[graph.atoms()];
    this.viaLink = new int[graph.atoms()];
    this.nextLink = new int[graph.atoms()];
  }

  /** For each bond whether a ring goes through it. */
  static boolean[] of(MolecularGraph graph) {
    RingBonds walk = new RingBonds(graph);
    for (int atom = 0; atom < graph.atoms(); atom++) {
      if (walk.arrival[atom] == 0) {
        walk.from(atom);
      }
    }
    return walk.inRing;
  }

  private void from(int start) {
    int[] stack = new int[graph.atoms()];
    int depth = 0;
    stack[0] = start;
    arrive(start, -1);
    while (depth >= 0) {
      int atom = stack[depth];
      if (nextLink[atom] == graph.firstLink(atom + 1)) {
        depth--;
        if (depth >= 0) {
          leave(atom, stack[depth]);
        }
        continue;
      }
      int link = nextLink[atom]++;
      int next = graph.linkedAtom(link);
      if (viaLink[atom] >= 0 && graph.linkedBond(link) == graph.linkedBond(viaLink[atom])) {
        continue;
      }
      if (arrival[next] == 0) {
        arrive(next, link);
        stack[++depth] = next;
      } else {
        lowest[atom] = Math.min(lowest[atom], arrival[next]);
      }
    }
  }

  private void arrive(int atom, int link) {
    arrival[atom] = ++arrivals;
    lowest[atom] = arrivals;
    viaLink[atom] = link;
    nextLink[atom] = graph.firstLink(atom);
  }

  private void leave(int atom, int parent) {
    lowest[parent] = Math.min(lowest[parent], lowest[atom]);
    if (lowest[atom] > arrival[parent]) {
      inRing[graph.linkedBond(viaLink[atom])] = false;
    }
  }
}
