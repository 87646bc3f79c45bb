package io.github.molweave.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which atoms and bonds are aromatic: rings, and up to six fused ones taken together, all of whose
 * atoms can give to a common pi system and that hold 4n+2 electrons by the count of {@link
 * PiElectrons}. In a fused system only the bonds around the outside become aromatic.
 *
 * <p>Ranges: fused systems of which more than {@value #MOST_UNIONS} unions of one size would have
 * to be tried are judged by the smaller unions alone.
 *
 * <p>Source: the aromaticity model of RDKit (The RDKit Book, "The RDKit Aromaticity Model").
 */
final class Aromaticity {
  private static final int MOST_FUSED = 6;
  private static final int LARGEST_FUSED_RING = 24;
  private static final int MOST_UNIONS = 2000;

  private final MolecularGraph graph;
  private final Rings rings;
  private final PiElectrons electrons;
  private final boolean[] atoms;
  private final boolean[] bonds;

  private Aromaticity(MolecularGraph graph) {
    this.graph = graph;
    this.rings = graph.rings();
    this.electrons = PiElectrons.of(graph);
    this.atoms = new boolean[graph.atoms()];
    this.bonds = new boolean[graph.bonds()];
  }

  static Aromaticity of(MolecularGraph graph) {
    Aromaticity aromaticity = new Aromaticity(graph);
    aromaticity.mark();
    return aromaticity;
  }

  boolean atom(int atom) {
    return atoms[atom];
  }

  boolean bond(int bond) {
    return bonds[bond];
  }

  private void mark() {
    boolean[] open = new boolean[rings.count()];
    for (int ring = 0; ring < open.length; ring++) {
      open[ring] = electrons.allCanGive(rings.atoms(ring));
    }
    int[][] fusedTo = fusions(open);
    for (int ring = 0; ring < open.length; ring++) {
      if (open[ring]) {
        markSystem(system(ring, fusedTo, open), fusedTo);
      }
    }
  }

  /** For each ring that may be aromatic those that share exactly one bond with it. */
  private int[][] fusions(boolean[] candidate) {
    int count = rings.count();
    int[][] fusedTo = new int[count][];
    int[] found = new int[count];
    for (int ring = 0; ring < count; ring++) {
      int size = 0;
      for (int other = 0; other < count && candidate[ring]; other++) {
        if (other != ring && candidate[other] && areFused(ring, other)) {
          found[size++] = other;
        }
      }
      fusedTo[ring] = java.util.Arrays.copyOf(found, size);
    }
    return fusedTo;
  }

  private boolean areFused(int ring, int other) {
    int[] one = rings.bonds(ring);
    int[] two = rings.bonds(other);
    if (one.length > LARGEST_FUSED_RING || two.length > LARGEST_FUSED_RING) {
      return false;
    }
    int shared = 0;
    for (int bond : one) {
      if (rings.ofBond(bond) > 1) {
        for (int same : two) {
          shared += bond == same ? 1 : 0;
        }
      }
    }
    return shared == 1;
  }

  private static List<Integer> system(int start, int[][] fusedTo, boolean[] open) {
    List<Integer> system = new ArrayList<>();
    system.add(start);
    open[start] = false;
    for (int i = 0; i < system.size(); i++) {
      for (int next : fusedTo[system.get(i)]) {
        if (open[next]) {
          open[next] = false;
          system.add(next);
        }
      }
    }
    return system;
  }

  private void markSystem(List<Integer> system, int[][] fusedTo) {
    List<int[]> unions = new ArrayList<>();
    for (int ring : system) {
      unions.add(new int[] {ring});
    }
    int most = Math.min(system.size(), MOST_FUSED);
    for (int size = 1; size <= most; size++) {
      for (int[] union : unions) {
        judge(union);
      }
      if (size == most || isDone(system)) {
        return;
      }
      unions = larger(unions, fusedTo);
      if (unions.size() > MOST_UNIONS) {
        return;
      }
    }
  }

  private boolean isDone(List<Integer> system) {
    for (int ring : system) {
      for (int bond : rings.bonds(ring)) {
        if (!bonds[bond]) {
          return false;
        }
      }
    }
    return true;
  }

  /** All connected unions with one ring more, each once. */
  private static List<int[]> larger(List<int[]> unions, int[][] fusedTo) {
    List<int[]> grown = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int[] union : unions) {
      for (int ring : union) {
        for (int next : fusedTo[ring]) {
          int[] candidate = with(union, next);
          if (candidate != null && seen.add(key(candidate))) {
            grown.add(candidate);
            if (grown.size() > MOST_UNIONS) {
              return grown;
            }
          }
        }
      }
    }
    return grown;
  }

  /** {@code union} and {@code ring} in ascending order, or null when it is in it already. */
  private static int[] with(int[] union, int ring) {
    int[] sorted = new int[union.length + 1];
    int filled = 0;
    boolean placed = false;
    for (int member : union) {
      if (member == ring) {
        return null;
      }
      if (!placed && member > ring) {
        sorted[filled++] = ring;
        placed = true;
      }
      sorted[filled++] = member;
    }
    if (!placed) {
      sorted[filled] = ring;
    }
    return sorted;
  }

  private static String key(int[] union) {
    char[] symbols = new char[union.length];
    for (int i = 0; i < symbols.length; i++) {
      symbols[i] = (char) union[i];
    }
    return new String(symbols);
  }

  private void judge(int[] union) {
    int[] times = new int[graph.atoms()];
    for (int ring : union) {
      for (int atom : rings.atoms(ring)) {
        times[atom]++;
      }
    }
    if (!electrons.areAromatic(times)) {
      return;
    }
    int[] uses = new int[graph.bonds()];
    for (int ring : union) {
      for (int atom : rings.atoms(ring)) {
        atoms[atom] = true;
      }
      for (int bond : rings.bonds(ring)) {
        uses[bond]++;
      }
    }
    for (int bond = 0; bond < uses.length; bond++) {
      bonds[bond] |= uses[bond] == 1;
    }
  }
}
