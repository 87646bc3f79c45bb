package io.github.molweave.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The search behind {@link Rings}. A family is the rings that have the same highest atom, the same
 * atom or bond opposite to it and the same two ends, and so the same size; all of a family are
 * relevant or none is, so one is tested for all. A ring is relevant when it is no sum (by exclusive
 * or of bonds) of smaller ones.
 */
final class RingFamilies {
  /** How many shortest ways between two atoms are followed. */
  static final int MOST_PATHS = 16;

  /** Up to this size every relevant ring counts; larger ones as often as they are independent. */
  static final int LARGEST_SMALL = 8;

  private final MolecularGraph graph;
  private final int[] ringAtoms;
  private final int[] position;
  private final int[][] neighbours;
  private final int[][] distance;
  private final int words;
  private final List<List<int[]>> bySize = new ArrayList<>();
  private final int[][] pivotRow;
  private final List<int[]> rings = new ArrayList<>();
  private int rank;
  private int independentLarge;

  private RingFamilies(MolecularGraph graph, boolean[] ringBond) {
    this.graph = graph;
    this.position = new int[graph.atoms()];
    Arrays.fill(position, -1);
    int count = 0;
    for (int atom = 0; atom < position.length; atom++) {
      boolean inRing = false;
      for (int link = graph.firstLink(atom); link < graph.firstLink(atom + 1); link++) {
        inRing |= ringBond[graph.linkedBond(link)];
      }
      if (inRing) {
        position[atom] = count++;
      }
    }
    this.ringAtoms = new int[count];
    this.neighbours = new int[count][];
    this.distance = new int[count][count];
    this.words = (graph.bonds() + 31) / 32;
    this.pivotRow = new int[graph.bonds()][];
    for (int atom = 0; atom < position.length; atom++) {
      if (position[atom] >= 0) {
        ringAtoms[position[atom]] = atom;
        neighbours[position[atom]] = ringNeighbours(atom, ringBond);
      }
    }
  }

  static RingFamilies of(MolecularGraph graph) {
    boolean[] ringBond = RingBonds.of(graph);
    int bonds = 0;
    for (boolean inRing : ringBond) {
      bonds += inRing ? 1 : 0;
    }
    RingFamilies families = new RingFamilies(graph, ringBond);
    if (bonds > 0) {
      families.search(bonds);
    }
    return families;
  }

  /** The relevant rings, each as its atoms in order around it. */
  List<int[]> rings() {
    return rings;
  }

  /** How many rings above {@link #LARGEST_SMALL} a smallest set of smallest rings has. */
  int independentLarge() {
    return independentLarge;
  }

  private int[] ringNeighbours(int atom, boolean[] ringBond) {
    int[] found = new int[graph.degree(atom)];
    int count = 0;
    for (int link = graph.firstLink(atom); link < graph.firstLink(atom + 1); link++) {
      if (ringBond[graph.linkedBond(link)]) {
        found[count++] = position[graph.linkedAtom(link)];
      }
    }
    return Arrays.copyOf(found, count);
  }

  private void search(int bonds) {
    for (int root = 0; root < ringAtoms.length; root++) {
      measureFrom(root);
      collect(root);
    }
    int independent = bonds - ringAtoms.length + components();
    independentLarge = independent;
    for (int size = 3; size < bySize.size() && rank < independent; size++) {
      List<int[]> relevant = new ArrayList<>();
      List<int[]> remainders = new ArrayList<>();
      for (int[] family : bySize.get(size)) {
        int[] remainder = reduced(bondsOf(firstRing(family)));
        if (remainder != null) {
          relevant.add(family);
          remainders.add(remainder);
        }
      }
      for (int[] remainder : remainders) {
        insert(remainder);
      }
      for (int[] family : relevant) {
        addMembers(family);
      }
      if (size <= LARGEST_SMALL) {
        independentLarge = independent - rank;
      }
    }
  }

  /** Distances from {@code root} over atoms below it; -1 where there is no way. */
  private void measureFrom(int root) {
    int[] fromRoot = distance[root];
    Arrays.fill(fromRoot, -1);
    fromRoot[root] = 0;
    int[] queue = new int[root + 1];
    queue[0] = root;
    int filled = 1;
    for (int done = 0; done < filled; done++) {
      int at = queue[done];
      for (int next : neighbours[at]) {
        if (next < root && fromRoot[next] < 0) {
          fromRoot[next] = fromRoot[at] + 1;
          queue[filled++] = next;
        }
      }
    }
  }

  /** A family is {root, one end, other end, atom opposite or -1}. */
  private void collect(int root) {
    int[] fromRoot = distance[root];
    for (int far = 0; far < root; far++) {
      if (fromRoot[far] < 0) {
        continue;
      }
      int[] around = neighbours[far];
      for (int i = 0; i < around.length; i++) {
        int one = around[i];
        if (one > root || fromRoot[one] < 0) {
          continue;
        }
        if (one < far && fromRoot[one] == fromRoot[far]) {
          add(new int[] {root, far, one, -1}, 2 * fromRoot[far] + 1);
        } else if (fromRoot[one] == fromRoot[far] - 1) {
          for (int j = 0; j < i; j++) {
            int other = around[j];
            if (other <= root && fromRoot[other] == fromRoot[one]) {
              add(new int[] {root, one, other, far}, 2 * fromRoot[far]);
            }
          }
        }
      }
    }
  }

  private void add(int[] family, int size) {
    if (size < 3 || !apart(firstPath(family[0], family[1]), firstPath(family[0], family[2]))) {
      return;
    }
    while (bySize.size() <= size) {
      bySize.add(new ArrayList<>());
    }
    bySize.get(size).add(family);
  }

  /** From {@code end} to the root, both included. */
  private int[] firstPath(int root, int end) {
    int[] path = new int[distance[root][end] + 1];
    int at = end;
    for (int i = 0; i < path.length; i++) {
      path[i] = at;
      at = nearer(root, at, -1);
    }
    return path;
  }

  /** The lowest neighbour of {@code at} that is one step nearer and above {@code floor}, or -1. */
  private int nearer(int root, int at, int floor) {
    int best = -1;
    for (int next : neighbours[at]) {
      boolean onTheWay = next <= root && distance[root][next] == distance[root][at] - 1;
      if (onTheWay && distance[root][next] >= 0 && next > floor && (best < 0 || next < best)) {
        best = next;
      }
    }
    return best;
  }

  private static boolean apart(int[] path, int[] other) {
    for (int i = 0; i < path.length - 1; i++) {
      for (int j = 0; j < other.length - 1; j++) {
        if (path[i] == other[j]) {
          return false;
        }
      }
    }
    return true;
  }

  private int[] firstRing(int[] family) {
    return ring(family, firstPath(family[0], family[1]), firstPath(family[0], family[2]));
  }

  private static int[] ring(int[] family, int[] path, int[] other) {
    boolean even = family[3] >= 0;
    int[] around = new int[path.length + other.length - 1 + (even ? 1 : 0)];
    int filled = 0;
    for (int i = path.length - 1; i >= 0; i--) {
      around[filled++] = path[i];
    }
    if (even) {
      around[filled++] = family[3];
    }
    for (int i = 0; i < other.length - 1; i++) {
      around[filled++] = other[i];
    }
    return around;
  }

  private int[] bondsOf(int[] around) {
    int[] bits = new int[words];
    for (int i = 0; i < around.length; i++) {
      int atom = ringAtoms[around[i]];
      int bond = graph.bondBetween(atom, ringAtoms[around[(i + 1) % around.length]]);
      bits[bond >> 5] ^= 1 << (bond & 31);
    }
    return bits;
  }

  /** What remains of {@code bits} without the rings so far; null when they make all of it. */
  private int[] reduced(int[] bits) {
    for (int bond = 0; bond < pivotRow.length; bond++) {
      if ((bits[bond >> 5] & 1 << (bond & 31)) != 0) {
        if (pivotRow[bond] == null) {
          return bits;
        }
        for (int word = 0; word < words; word++) {
          bits[word] ^= pivotRow[bond][word];
        }
      }
    }
    return null;
  }

  private void insert(int[] bits) {
    int[] remainder = reduced(bits);
    if (remainder == null) {
      return;
    }
    for (int bond = 0; bond < pivotRow.length; bond++) {
      if ((remainder[bond >> 5] & 1 << (bond & 31)) != 0) {
        pivotRow[bond] = remainder;
        rank++;
        return;
      }
    }
  }

  private void addMembers(int[] family) {
    List<int[]> ways = paths(family[0], family[1]);
    List<int[]> others = paths(family[0], family[2]);
    for (int[] way : ways) {
      for (int[] other : others) {
        if (apart(way, other)) {
          int[] around = ring(family, way, other);
          for (int i = 0; i < around.length; i++) {
            around[i] = ringAtoms[around[i]];
          }
          rings.add(around);
        }
      }
    }
  }

  /** Up to {@link #MOST_PATHS} shortest paths from {@code end} to {@code root}. */
  private List<int[]> paths(int root, int end) {
    List<int[]> found = new ArrayList<>();
    int[] path = firstPath(root, end);
    found.add(path);
    int at = path.length - 2;
    while (at >= 0 && found.size() < MOST_PATHS) {
      int next = nearer(root, path[at], path[at + 1]);
      if (next < 0) {
        at--;
        continue;
      }
      path = path.clone();
      for (int i = at + 1; i < path.length; i++) {
        path[i] = next;
        next = nearer(root, next, -1);
      }
      found.add(path);
      at = path.length - 2;
    }
    return found;
  }

  private int components() {
    boolean[] seen = new boolean[ringAtoms.length];
    int[] stack = new int[ringAtoms.length];
    int count = 0;
    for (int start = 0; start < seen.length; start++) {
      if (seen[start]) {
        continue;
      }
      count++;
      seen[start] = true;
      stack[0] = start;
      int depth = 1;
      while (depth > 0) {
        for (int next : neighbours[stack[--depth]]) {
          if (!seen[next]) {
            seen[next] = true;
            stack[depth++] = next;
          }
        }
      }
    }
    return count;
  }
}
