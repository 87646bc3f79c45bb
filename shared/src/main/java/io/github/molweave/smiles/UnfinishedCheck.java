package io.github.molweave.smiles;

import io.github.molweave.smiles.Matching.Duty;
import io.github.molweave.smiles.Matching.Outcome;

/**
 * Whether the aromatic atoms of an unfinished molecule can still be given their double bonds. One
 * more atom stands in for all that is still to come: it is bound to every atom that can still gain
 * bonds. What lies on a ring then may come to lie on one; what does not never will. Atoms bound to
 * the stand-in may be left without a partner, for they can find one in what is to come.
 *
 * <p>A no is certain, a yes is not ({@code UnfinishedCheckTest}).
 */
final class UnfinishedCheck {
  private static final int NONE = AtomGraph.NONE;

  private final AtomGraph graph;
  private final RingSystems rings = new RingSystems();
  private final Matching matching = new Matching();
  private int[] vertex = {};
  private int standIn;

  UnfinishedCheck(AtomGraph graph) {
    this.graph = graph;
  }

  /** Adds the stand-in; then the atoms that can still gain bonds are named. */
  void begin() {
    standIn = graph.addAtom(Elements.ANY, 0, 0, 0, 0);
  }

  /** The atom may gain bonds. */
  void mayGain(int atom) {
    graph.addBond(atom, standIn, BondKind.ANY);
  }

  /** The atom will gain a bond: a ring is open there. */
  void willGain(int atom) {
    graph.addBond(atom, standIn, BondKind.DATIVE_FORWARD);
  }

  /** The answer; the stand-in is gone again. */
  boolean mayFinish() {
    rings.find(graph);
    matching.beginSearch();
    boolean may = hasAromaticHydrogen() || (ringsMayClose() && pairsMayForm());
    while (graph.degree[standIn] > 0) {
      graph.removeLastBond();
    }
    graph.removeLastAtom();
    return may;
  }

  /** Whether a written hydrogen is bound to an aromatic atom: it will be counted otherwise. */
  private boolean hasAromaticHydrogen() {
    int left = graph.hydrogenAtoms;
    for (int atom = 0; atom < standIn && left > 0; atom++) {
      if (graph.element[atom] == Elements.HYDROGEN) {
        left--;
        for (int link = graph.firstLink[atom]; link != NONE; link = graph.nextLink[link]) {
          if (graph.isAromaticAtAll(graph.neighbour(link))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private boolean isOpen(int atom) {
    int link = graph.firstLink[atom];
    return link != NONE && graph.neighbour(link) == standIn;
  }

  private boolean ringsMayClose() {
    for (int atom = 0; atom < standIn; atom++) {
      if (graph.isAromatic(atom) && !rings.inRing[atom] && !isOpen(atom)) {
        return false;
      }
    }
    return true;
  }

  private boolean pairsMayForm() {
    if (vertex.length < graph.atoms) {
      vertex = new int[graph.element.length];
    }
    for (int system = 0; system < rings.systems; system++) {
      if (!systemMayPair(rings.starts[system], rings.starts[system + 1])) {
        return false;
      }
    }
    return true;
  }

  private boolean systemMayPair(int start, int end) {
    boolean aromatic = false;
    for (int i = start; i < end; i++) {
      int bond = rings.bonds[i];
      int first = graph.linkAtom[2 * bond];
      int second = graph.linkAtom[2 * bond + 1];
      vertex[first] = NONE - 1;
      vertex[second] = NONE - 1;
      aromatic |= graph.isAromaticAtAll(first) || graph.isAromaticAtAll(second);
    }
    if (!aromatic) {
      return true;
    }
    matching.clear();
    for (int i = start; i < end; i++) {
      int bond = rings.bonds[i];
      addVertex(graph.linkAtom[2 * bond]);
      addVertex(graph.linkAtom[2 * bond + 1]);
    }
    for (int i = start; i < end; i++) {
      int bond = rings.bonds[i];
      int first = graph.linkAtom[2 * bond];
      int second = graph.linkAtom[2 * bond + 1];
      if (vertex[first] >= 0
          && vertex[second] >= 0
          && (graph.kind[bond] == BondKind.AROMATIC
              || graph.element[first] == Elements.ANY
              || graph.element[second] == Elements.ANY)) {
        matching.join(vertex[first], vertex[second]);
      }
    }
    return matching.solve() != Outcome.INCOMPLETE;
  }

  private void addVertex(int atom) {
    if (vertex[atom] != NONE - 1) {
      return;
    }
    vertex[atom] = NONE;
    if (atom == standIn) {
      return;
    }
    if (graph.element[atom] == Elements.ANY) {
      vertex[atom] = matching.add(Duty.OPTIONAL);
    } else if (isOpen(atom)) {
      if (mayNeedDoubleBond(atom)) {
        vertex[atom] = matching.add(Duty.OPTIONAL);
      }
    } else if (Kekulisation.needsDoubleBond(graph, atom)) {
      vertex[atom] = matching.add(Duty.REQUIRED);
    }
  }

  private boolean mayNeedDoubleBond(int atom) {
    int degree = graph.degree[atom];
    int coming = 0;
    int link = graph.firstLink[atom];
    while (link != NONE && graph.neighbour(link) == standIn) {
      degree--;
      coming += graph.kind[link >> 1] == BondKind.DATIVE_FORWARD ? 1 : 0;
      link = graph.nextLink[link];
    }
    return Kekulisation.mayNeedDoubleBond(graph, atom, degree, coming);
  }
}
