package io.github.molweave.properties;

import io.github.molweave.graph.MolecularGraph;
import io.github.molweave.graph.Rings;
import java.util.Arrays;

/**
 * Atoms whose four corners all differ. Corners differ when the branches behind them do: in
 * elements, isotopes and bonds, or in the handedness and cis-trans marks of their own
 * stereocentres. Atoms that are told apart only by going round a ring the one way or the other
 * (1,4-dimethylcyclohexane) do not count.
 *
 * <p>Source: the atom ranking after P. Labute as RDKit 2022.09.3 applies it (Chirality.cpp).
 */
final class Stereocentres {
  private final MolecularGraph graph;
  private final boolean[] centres;
  private int[] ranks;

  private Stereocentres(MolecularGraph graph) {
    this.graph = graph;
    this.centres = new boolean[graph.atoms()];
  }

  /** How many, and how many of them have a mark that says which hand. */
  record Count(int all, int marked) {}

  static Count of(MolecularGraph graph) {
    Stereocentres stereo = new Stereocentres(graph);
    if (graph.atoms() > 0 && stereo.findCandidates()) {
      stereo.find();
    }
    int all = 0;
    int marked = 0;
    for (int atom = 0; atom < stereo.centres.length; atom++) {
      if (stereo.centres[atom]) {
        all++;
        marked += isMarked(graph.parity(atom)) ? 1 : 0;
      }
    }
    return new Count(all, marked);
  }

  private static boolean isMarked(int parity) {
    return parity == 1 || parity == 2;
  }

  /** Most molecules of the page have no candidate; then nothing has to be ranked. */
  private boolean findCandidates() {
    for (int atom = 0; atom < centres.length; atom++) {
      if (mayBe(atom)) {
        return true;
      }
    }
    return false;
  }

  private void find() {
    int[][] labels = new int[graph.atoms()][];
    for (int atom = 0; atom < labels.length; atom++) {
      labels[atom] = new int[] {graph.atomicNumber(atom), graph.isotope(atom)};
    }
    rank(labels);
    int labelled = -1;
    while (true) {
      for (int atom = 0; atom < centres.length; atom++) {
        centres[atom] |= mayBe(atom) && differ(atom);
      }
      int now = 0;
      for (int atom = 0; atom < labels.length; atom++) {
        labels[atom] = new int[] {ranks[atom], handedness(atom), sides(atom)};
        now += labels[atom][1] > 0 || labels[atom][2] > 0 ? 1 : 0;
      }
      if (now <= labelled || now == 0) {
        return;
      }
      labelled = now;
      rank(labels);
    }
  }

  /** Whether its element, bonds and hydrogens allow it. */
  private boolean mayBe(int atom) {
    int neighbours = graph.degree(atom);
    int element = graph.atomicNumber(atom);
    if (graph.totalDegree(atom) > 4 || neighbours > 4) {
      return false;
    }
    boolean phosphorusOrArsenic = element == 15 || element == 33;
    if (phosphorusOrArsenic) {
      return neighbours >= 2 && graph.totalDegree(atom) >= 3;
    }
    if (neighbours == 4) {
      return true;
    }
    if (neighbours != 3) {
      return false;
    }
    if (graph.countedHydrogens(atom) == 1) {
      return true;
    }
    if (element == 16 || element == 34) {
      int orders = graph.bondOrders(atom);
      return orders == 4 || (orders == 3 && graph.charge(atom) == 1);
    }
    return element == 7 && graph.countedHydrogens(atom) == 0 && isHeldNitrogen(atom);
  }

  /** In a ring of three or where three bridges meet, so that it cannot swing through. */
  private boolean isHeldNitrogen(int atom) {
    if (graph.rings().isInThreeRing(atom)) {
      return true;
    }
    Rings rings = graph.rings();
    for (int ring = 0; ring < rings.count() && rings.ofAtom(atom) > 1; ring++) {
      for (int other = 0; other < ring; other++) {
        if (isBridgehead(atom, rings.bonds(ring), rings.bonds(other))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether the two rings share two bonds or more, and one of them ends at {@code atom}. */
  private boolean isBridgehead(int atom, int[] ring, int[] other) {
    int shared = 0;
    int atAtom = 0;
    for (int bond : ring) {
      for (int same : other) {
        if (bond == same) {
          shared++;
          atAtom += graph.begin(bond) == atom || graph.end(bond) == atom ? 1 : 0;
        }
      }
    }
    return shared > 1 && atAtom == 1;
  }

  private boolean differ(int atom) {
    for (int link = graph.firstLink(atom); link < graph.firstLink(atom + 1); link++) {
      for (int other = graph.firstLink(atom); other < link; other++) {
        if (ranks[graph.linkedAtom(link)] == ranks[graph.linkedAtom(other)]) {
          return false;
        }
      }
    }
    return true;
  }

  /** 1 or 2 by the ranks of the neighbours, 0 for no marked centre. */
  private int handedness(int atom) {
    if (!centres[atom] || !isMarked(graph.parity(atom)) || !differ(atom)) {
      return 0;
    }
    int swaps = 0;
    for (int link = graph.firstLink(atom); link < graph.firstLink(atom + 1); link++) {
      for (int other = graph.firstLink(atom); other < link; other++) {
        int one = graph.linkedAtom(link);
        int two = graph.linkedAtom(other);
        swaps += (one < two) != (ranks[one] < ranks[two]) ? 1 : 0;
      }
    }
    return swaps % 2 == 0 ? graph.parity(atom) : 3 - graph.parity(atom);
  }

  /** 1 or 2 for an atom of a marked double bond, by the ranks of what hangs on it; else 0. */
  private int sides(int atom) {
    for (int link = graph.firstLink(atom); link < graph.firstLink(atom + 1); link++) {
      int bond = graph.linkedBond(link);
      if (graph.order(bond) == 2 && isMarked(graph.bondParity(bond))) {
        int turned = turned(atom, graph.linkedAtom(link)) + turned(graph.linkedAtom(link), atom);
        return turned % 2 == 0 ? graph.bondParity(bond) : 3 - graph.bondParity(bond);
      }
    }
    return 0;
  }

  /** 1 when the lowest neighbour but {@code except} is not the one of lowest rank. */
  private int turned(int atom, int except) {
    int lowest = -1;
    int lowestRanked = -1;
    for (int link = graph.firstLink(atom); link < graph.firstLink(atom + 1); link++) {
      int next = graph.linkedAtom(link);
      if (next != except) {
        lowest = lowest < 0 || next < lowest ? next : lowest;
        boolean first = lowestRanked < 0 || ranks[next] < ranks[lowestRanked];
        lowestRanked = first ? next : lowestRanked;
      }
    }
    return lowest == lowestRanked ? 0 : 1;
  }

  /** Refines classes of equal labels by the classes of the neighbours until nothing changes. */
  private void rank(int[][] labels) {
    ranks = new int[labels.length];
    int classes = classify(labels);
    while (classes < labels.length) {
      for (int atom = 0; atom < labels.length; atom++) {
        labels[atom] = around(atom);
      }
      int more = classify(labels);
      if (more == classes) {
        return;
      }
      classes = more;
    }
  }

  /** Its own rank, then those of its neighbours, as often as half bonds lead there, in order. */
  private int[] around(int atom) {
    int[] entries = new int[2 + 8 * graph.degree(atom)];
    int filled = 0;
    for (int link = graph.firstLink(atom); link < graph.firstLink(atom + 1); link++) {
      int next = graph.linkedAtom(link);
      int bond = graph.linkedBond(link);
      int times = graph.isAromaticBond(bond) ? 3 : 2 * graph.order(bond);
      if (times == 4 && graph.atomicNumber(next) == 15 && graph.degree(next) > 2) {
        times = 1;
      }
      for (int i = 0; i < times; i++) {
        entries[filled++] = -1 - ranks[next];
      }
    }
    Arrays.sort(entries, 0, filled);
    int[] label = new int[filled + 2];
    label[0] = ranks[atom];
    for (int i = 0; i < filled; i++) {
      label[i + 1] = -entries[i];
    }
    label[filled + 1] = -graph.hydrogens(atom);
    return label;
  }

  /** Writes the ranks of {@code labels}, 0 for the lowest; gives the number of classes. */
  private int classify(int[][] labels) {
    Integer[] order = new Integer[labels.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    Arrays.sort(order, (one, other) -> compare(labels[one], labels[other]));
    int rank = -1;
    for (int i = 0; i < order.length; i++) {
      if (i == 0 || !Arrays.equals(labels[order[i]], labels[order[i - 1]])) {
        rank++;
      }
      ranks[order[i]] = rank;
    }
    return rank + 1;
  }

  private static int compare(int[] one, int[] other) {
    for (int i = 0; i < one.length && i < other.length; i++) {
      if (one[i] != other[i]) {
        return one[i] < other[i] ? -1 : 1;
      }
    }
    return Integer.compare(one.length, other.length);
  }
}
