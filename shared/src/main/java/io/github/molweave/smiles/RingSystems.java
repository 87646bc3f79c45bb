package io.github.molweave.smiles;

import java.util.Arrays;

/**
 * The ring systems of a graph: sets of bonds such that any two of them lie on a common ring. Bonds
 * outside rings belong to none. Rings that share one atom only are two systems.
 *
 * <p>Source: J. Hopcroft, R. Tarjan, "Efficient algorithms for graph manipulation", CACM 16 (1973)
 * 372, without recursion.
 */
final class RingSystems {
  private static final int NONE = AtomGraph.NONE;

  /** Bonds of all systems, one system after another. */
  int[] bonds = {};

  /** Where each system begins in {@link #bonds}; one more entry than there are systems. */
  int[] starts = new int[16];

  int systems;

  /** By atom: whether it lies on a ring. */
  boolean[] inRing = {};

  private int[] order = {};
  private int[] low = {};
  private int[] linkTo = {};
  private int[] nextLink = {};
  private int[] path = {};
  private int[] openBonds = {};
  private int open;
  private int found;

  void find(AtomGraph graph) {
    reserve(graph);
    systems = 0;
    found = 0;
    open = 0;
    Arrays.fill(order, 0, graph.atoms, 0);
    Arrays.fill(inRing, 0, graph.atoms, false);
    int count = 0;
    for (int atom = 0; atom < graph.atoms; atom++) {
      if (order[atom] == 0) {
        count = walk(graph, atom, count);
      }
    }
    starts[systems] = found;
  }

  private void reserve(AtomGraph graph) {
    if (order.length < graph.atoms) {
      int size = graph.element.length;
      order = new int[size];
      low = new int[size];
      linkTo = new int[size];
      nextLink = new int[size];
      path = new int[size];
      inRing = new boolean[size];
    }
    if (bonds.length < graph.bonds) {
      bonds = new int[graph.kind.length];
      openBonds = new int[graph.kind.length];
    }
  }

  private int walk(AtomGraph graph, int root, int counted) {
    int count = counted;
    int depth = 0;
    path[0] = root;
    order[root] = ++count;
    low[root] = count;
    linkTo[root] = NONE;
    nextLink[root] = graph.firstLink[root];
    while (depth >= 0) {
      int atom = path[depth];
      int link = nextLink[atom];
      if (link == NONE) {
        depth--;
        if (depth >= 0) {
          leave(graph, path[depth], atom);
        }
        continue;
      }
      nextLink[atom] = graph.nextLink[link];
      int neighbour = graph.linkAtom[link ^ 1];
      if (order[neighbour] == 0) {
        openBonds[open++] = link >> 1;
        order[neighbour] = ++count;
        low[neighbour] = count;
        linkTo[neighbour] = link;
        nextLink[neighbour] = graph.firstLink[neighbour];
        path[++depth] = neighbour;
      } else if (order[neighbour] < order[atom]
          && (linkTo[atom] == NONE || link >> 1 != linkTo[atom] >> 1)) {
        openBonds[open++] = link >> 1;
        low[atom] = Math.min(low[atom], order[neighbour]);
      }
    }
    return count;
  }

  private void leave(AtomGraph graph, int parent, int child) {
    low[parent] = Math.min(low[parent], low[child]);
    if (low[child] < order[parent]) {
      return;
    }
    int bridge = linkTo[child] >> 1;
    if (openBonds[open - 1] == bridge) {
      open--;
      return;
    }
    if (systems + 2 > starts.length) {
      starts = Arrays.copyOf(starts, 2 * starts.length);
    }
    starts[systems++] = found;
    int bond;
    do {
      bond = openBonds[--open];
      bonds[found++] = bond;
      inRing[graph.linkAtom[2 * bond]] = true;
      inRing[graph.linkAtom[2 * bond + 1]] = true;
    } while (bond != bridge);
  }
}
