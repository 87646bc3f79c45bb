package io.github.molweave.smiles;

import java.util.Arrays;

/**
 * Pairs off the vertices of a graph along its edges such that no required one is left over. Pairs
 * without choice are made first; what that leaves is paired along augmenting paths, odd rings
 * shrunk on the way. The work is bounded.
 *
 * <p>Source: J. Edmonds, "Paths, trees, and flowers", Canadian Journal of Mathematics 17 (1965)
 * 449.
 */
final class Matching {
  /** Most steps of one search: a fraction of a second, and thousands of atoms. */
  private static final int MOST_STEPS = 20_000_000;

  private static final int NONE = -1;

  /** Whether a vertex must be paired. */
  enum Duty {
    REQUIRED,
    OPTIONAL
  }

  /** How the search ended. */
  enum Outcome {
    COMPLETE,
    INCOMPLETE,
    ABANDONED
  }

  private final int mostSteps;
  private int vertices;
  private int edges;
  private boolean[] optional = new boolean[32];
  private int[] mate = new int[32];
  private int[] degree = new int[32];
  private int[] first = new int[32];
  private int[] parent = new int[32];
  private int[] base = new int[32];
  private boolean[] outer = new boolean[32];
  private boolean[] marked = new boolean[32];
  private int[] queue = new int[32];
  private int[] edgeEnd = new int[64];
  private int[] edgeNext = new int[64];

  /** Number of vertices without the partners that optional ones have of their own. */
  private int real;

  private int unmatched;
  private int steps;

  Matching() {
    this(MOST_STEPS);
  }

  Matching(int mostSteps) {
    this.mostSteps = mostSteps;
  }

  void clear() {
    vertices = 0;
    edges = 0;
  }

  int add(Duty duty) {
    if (vertices == mate.length) {
      grow();
    }
    int vertex = vertices++;
    optional[vertex] = duty == Duty.OPTIONAL;
    mate[vertex] = NONE;
    degree[vertex] = 0;
    first[vertex] = NONE;
    return vertex;
  }

  void join(int a, int b) {
    if (edges + 2 > edgeEnd.length) {
      edgeEnd = Arrays.copyOf(edgeEnd, 2 * edgeEnd.length);
      edgeNext = Arrays.copyOf(edgeNext, 2 * edgeNext.length);
    }
    half(a, b);
    half(b, a);
  }

  private void half(int from, int to) {
    edgeEnd[edges] = to;
    edgeNext[edges] = first[from];
    first[from] = edges++;
    degree[from]++;
  }

  /** After {@link Outcome#INCOMPLETE}: a required vertex that is left over. */
  int unmatched() {
    return unmatched;
  }

  /** Sets the count of steps to zero, for as many solutions as follow. */
  void beginSearch() {
    steps = 0;
  }

  Outcome solve() {
    pairGreedily();
    real = vertices;
    boolean extended = false;
    for (int vertex = 0; vertex < real; vertex++) {
      if (mate[vertex] != NONE || optional[vertex]) {
        continue;
      }
      if (!extended) {
        extended = true;
        addOwnPartners();
      }
      if (!augment(vertex)) {
        unmatched = vertex;
        return steps > mostSteps ? Outcome.ABANDONED : Outcome.INCOMPLETE;
      }
    }
    return Outcome.COMPLETE;
  }

  /** Gives each optional vertex a partner of its own: being paired with it is being left over. */
  private void addOwnPartners() {
    for (int vertex = 0; vertex < real; vertex++) {
      if (optional[vertex]) {
        join(vertex, add(Duty.OPTIONAL));
      }
    }
  }

  private void pairGreedily() {
    int waiting = 0;
    for (int vertex = 0; vertex < vertices; vertex++) {
      if (degree[vertex] == 1 && !optional[vertex]) {
        queue[waiting++] = vertex;
      }
    }
    int next = 0;
    while (true) {
      int vertex;
      if (waiting > 0) {
        vertex = queue[--waiting];
      } else {
        while (next < vertices && (mate[next] != NONE || optional[next] || degree[next] == 0)) {
          next++;
        }
        if (next == vertices) {
          return;
        }
        vertex = next;
      }
      if (mate[vertex] == NONE) {
        waiting = pairWithAny(vertex, waiting);
      }
    }
  }

  private int pairWithAny(int vertex, int waitingBefore) {
    int waiting = waitingBefore;
    int partner = NONE;
    for (int edge = first[vertex]; edge != NONE; edge = edgeNext[edge]) {
      int end = edgeEnd[edge];
      if (mate[end] == NONE && (partner == NONE || optional[partner])) {
        partner = end;
      }
    }
    if (partner == NONE) {
      degree[vertex] = 0;
      return waiting;
    }
    mate[vertex] = partner;
    mate[partner] = vertex;
    waiting = withdraw(vertex, waiting);
    return withdraw(partner, waiting);
  }

  /** Lowers the choice of the neighbours of a vertex that is paired. */
  private int withdraw(int vertex, int waitingBefore) {
    int waiting = waitingBefore;
    for (int edge = first[vertex]; edge != NONE; edge = edgeNext[edge]) {
      int end = edgeEnd[edge];
      degree[end]--;
      if (degree[end] == 1 && mate[end] == NONE && !optional[end]) {
        queue[waiting++] = end;
      }
    }
    return waiting;
  }

  private boolean augment(int root) {
    Arrays.fill(outer, 0, vertices, false);
    Arrays.fill(parent, 0, vertices, NONE);
    for (int vertex = 0; vertex < vertices; vertex++) {
      base[vertex] = vertex;
    }
    steps += vertices;
    outer[root] = true;
    int head = 0;
    int tail = 0;
    queue[tail++] = root;
    while (head < tail && steps <= mostSteps) {
      int vertex = queue[head++];
      for (int edge = first[vertex]; edge != NONE; edge = edgeNext[edge]) {
        int end = edgeEnd[edge];
        steps++;
        if (base[vertex] == base[end] || mate[vertex] == end) {
          continue;
        }
        if (end == root || (mate[end] != NONE && parent[mate[end]] != NONE)) {
          tail = shrink(root, vertex, end, tail);
        } else if (parent[end] == NONE) {
          parent[end] = vertex;
          if (mate[end] == NONE) {
            flip(end);
            release(end);
            return true;
          }
          outer[mate[end]] = true;
          queue[tail++] = mate[end];
        }
      }
    }
    return false;
  }

  /** A vertex that is paired with the partner of its own is left over, and free for others. */
  private void release(int end) {
    if (end >= real) {
      mate[mate[end]] = NONE;
      mate[end] = NONE;
    }
  }

  private void flip(int free) {
    int vertex = free;
    while (vertex != NONE) {
      int before = parent[vertex];
      int next = mate[before];
      mate[vertex] = before;
      mate[before] = vertex;
      vertex = next;
    }
  }

  /** Makes one vertex of the odd ring that the edge closes. */
  private int shrink(int root, int vertex, int end, int tailBefore) {
    int common = commonBase(root, vertex, end);
    Arrays.fill(marked, 0, vertices, false);
    markPath(vertex, common, end);
    markPath(end, common, vertex);
    steps += 2 * vertices;
    int tail = tailBefore;
    for (int i = 0; i < vertices; i++) {
      if (marked[base[i]]) {
        base[i] = common;
        if (!outer[i]) {
          outer[i] = true;
          queue[tail++] = i;
        }
      }
    }
    return tail;
  }

  private int commonBase(int root, int a, int b) {
    Arrays.fill(marked, 0, vertices, false);
    int at = a;
    while (true) {
      at = base[at];
      marked[at] = true;
      if (at == root || mate[at] == NONE) {
        break;
      }
      at = parent[mate[at]];
    }
    at = b;
    while (!marked[base[at]]) {
      at = parent[mate[base[at]]];
    }
    return base[at];
  }

  private void markPath(int from, int common, int child) {
    int at = from;
    int below = child;
    while (base[at] != common) {
      marked[base[at]] = true;
      marked[base[mate[at]]] = true;
      parent[at] = below;
      below = mate[at];
      at = parent[mate[at]];
    }
  }

  private void grow() {
    int size = 2 * mate.length;
    optional = Arrays.copyOf(optional, size);
    mate = Arrays.copyOf(mate, size);
    degree = Arrays.copyOf(degree, size);
    first = Arrays.copyOf(first, size);
    parent = Arrays.copyOf(parent, size);
    base = Arrays.copyOf(base, size);
    outer = Arrays.copyOf(outer, size);
    marked = Arrays.copyOf(marked, size);
    queue = Arrays.copyOf(queue, size);
  }
}
