package io.github.molweave.graph;

/**
 * How many electrons each ring atom gives to a pi system around its ring: 2 from a lone pair, 1
 * from a double bond in a ring, 0 where a double bond out of the ring leads to a more
 * electronegative atom or an orbital is empty; or that it cannot take part.
 *
 * <p>Source: the aromaticity model of RDKit (The RDKit Book).
 */
final class PiElectrons {
  private static final int NONE = -1;

  private final MolecularGraph graph;
  private final int[] given;

  private PiElectrons(MolecularGraph graph) {
    this.graph = graph;
    this.given = new int[graph.atoms()];
  }

  static PiElectrons of(MolecularGraph graph) {
    PiElectrons electrons = new PiElectrons(graph);
    for (int atom = 0; atom < electrons.given.length; atom++) {
      boolean inRing = graph.rings().ofAtom(atom) > 0;
      electrons.given[atom] = inRing && electrons.canTakePart(atom) ? electrons.give(atom) : NONE;
    }
    return electrons;
  }

  /** Whether each of {@code ring} can take part. */
  boolean allCanGive(int[] ring) {
    for (int atom : ring) {
      if (given[atom] == NONE) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether the electrons make 4n+2.
   *
   * @param times for each atom in how many of the united rings it is; an atom inside, in three or
   *     more, does not count
   */
  boolean areAromatic(int[] times) {
    int sum = 0;
    for (int atom = 0; atom < times.length; atom++) {
      if (times[atom] == 1 || times[atom] == 2) {
        sum += given[atom];
      }
    }
    return sum >= 2 && (sum - 2) % 4 == 0;
  }

  private boolean canTakePart(int atom) {
    int element = graph.atomicNumber(atom);
    int usual = usualValence(element);
    if (usual < 2 || graph.totalDegree(atom) > 3) {
      return false;
    }
    if (graph.valence(atom) > usualValence(element - graph.charge(atom))) {
      return false;
    }
    if (graph.radicals(atom) > 0 && element != 6) {
      return false;
    }
    return multipleBonds(atom) <= 1;
  }

  private int multipleBonds(int atom) {
    int count = 0;
    for (int link = graph.firstLink(atom); link < graph.firstLink(atom + 1); link++) {
      count += graph.order(graph.linkedBond(link)) > 1 ? 1 : 0;
    }
    return count;
  }

  private int give(int atom) {
    int element = graph.atomicNumber(atom);
    int usual = usualValence(element);
    int lone = Math.max(outerElectrons(element) - usual - graph.charge(atom), 0);
    int free = usual - graph.totalDegree(atom) + lone - graph.radicals(atom);
    if (free > 1 && graph.bondOrders(atom) - graph.degree(atom) > 1) {
      free = 1;
    }
    int outward = multipleBondOutOfRings(atom);
    if (free < 0) {
      return NONE;
    }
    if (free == 0) {
      return outward >= 0 ? 0 : multipleBonds(atom) > 0 ? 1 : NONE;
    }
    if (free == 1) {
      if (outward >= 0) {
        return takesElectrons(outward, element) ? 0 : 1;
      }
      if (multipleBonds(atom) > 0) {
        return 1;
      }
      return graph.charge(atom) == 1 ? 0 : NONE;
    }
    if (outward >= 0 && takesElectrons(outward, element)) {
      free--;
    }
    return free % 2 == 1 ? 1 : 2;
  }

  /** The atom at the other end, or -1. */
  private int multipleBondOutOfRings(int atom) {
    for (int link = graph.firstLink(atom); link < graph.firstLink(atom + 1); link++) {
      int bond = graph.linkedBond(link);
      if (graph.rings().ofBond(bond) == 0 && graph.order(bond) > 1) {
        return graph.linkedAtom(link);
      }
    }
    return -1;
  }

  private boolean takesElectrons(int atom, int from) {
    int element = graph.atomicNumber(atom);
    int difference = outerElectrons(element) - outerElectrons(from);
    return difference > 0 || (difference == 0 && element < from);
  }

  /** 0 for elements that never take part. */
  private static int usualValence(int element) {
    return switch (element) {
      case 4, 8, 12, 16, 34, 52 -> 2;
      case 5, 7, 13, 15, 33, 51 -> 3;
      case 6, 14 -> 4;
      case 3, 9, 11, 17, 35, 53 -> 1;
      default -> 0;
    };
  }

  private static int outerElectrons(int element) {
    return switch (element) {
      case 1, 3, 11 -> 1;
      case 4, 12 -> 2;
      case 5, 13 -> 3;
      case 6, 14, 32 -> 4;
      case 7, 15, 33 -> 5;
      case 8, 16, 34, 52 -> 6;
      case 9, 17, 35, 53 -> 7;
      default -> 0;
    };
  }
}
