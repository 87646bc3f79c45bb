package io.github.molweave.mask;

import io.github.molweave.smiles.GrowingMolecule;
import java.util.Arrays;

/** Shortest ways along aromatic bonds. A workspace; nothing is allocated for a walk. */
final class RingWalk {
  private final GrowingMolecule molecule;
  private int[] queue = new int[64];
  private int[] distance = new int[64];

  RingWalk(GrowingMolecule molecule) {
    this.molecule = molecule;
  }

  /**
   * How many atoms the shortest way over aromatic atoms has, both ends included.
   *
   * @return 1..most, or 0 when there is none so short
   */
  int aromaticAtoms(int from, int to, int most) {
    if (!molecule.isAromatic(from) || !molecule.isAromatic(to)) {
      return 0;
    }
    if (from == to) {
      return 1;
    }
    int atoms = molecule.atomCount();
    if (atoms > distance.length) {
      queue = new int[2 * atoms];
      distance = new int[2 * atoms];
    }
    Arrays.fill(distance, 0, atoms, 0);
    int head = 0;
    int tail = 0;
    queue[tail++] = from;
    distance[from] = 1;
    while (head < tail) {
      int atom = queue[head++];
      if (distance[atom] == most) {
        return 0;
      }
      for (int link = molecule.firstLink(atom); link >= 0; link = molecule.nextLink(link)) {
        int neighbour = molecule.linkedAtom(link);
        if (distance[neighbour] == 0 && molecule.isAromaticLink(link)) {
          distance[neighbour] = distance[atom] + 1;
          if (neighbour == to) {
            return distance[neighbour];
          }
          queue[tail++] = neighbour;
        }
      }
    }
    return 0;
  }
}
