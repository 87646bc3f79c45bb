package io.github.molweave.trainer.metrics;

import io.github.molweave.graph.MolecularGraph;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Bertz's index of how complex a molecule is: the information in its pairs of neighbouring bonds
 * and in its elements, bits. Aromatic bonds count one and a half.
 *
 * <p>Ranges: 0 for fewer than two atoms.
 *
 * <p>Accuracy: {@code BertzComplexityTest} compares with RDKit's BertzCT.
 *
 * <p>Source: S. H. Bertz, J. Am. Chem. Soc. 103 (1981) 3599, with RDKit's classes of equal atoms:
 * those whose {@value #CUTOFF} nearest atoms are equally far.
 */
final class BertzComplexity {
  private static final int CUTOFF = 100;
  private static final double LN_2 = Math.log(2);

  /** RDKit's distance between atoms that no way connects. */
  private static final int FAR = 100_000_000;

  private final MolecularGraph graph;
  private final int[] classes;
  private final Map<List<Integer>, Double> connections = new HashMap<>();

  private BertzComplexity(MolecularGraph graph) {
    this.graph = graph;
    this.classes = classes(graph);
  }

  static double of(MolecularGraph graph) {
    if (graph.atoms() < 2) {
      return 0;
    }
    return new BertzComplexity(graph).complexity();
  }

  private double complexity() {
    Map<Integer, Double> elements = new HashMap<>();
    for (int atom = 0; atom < graph.atoms(); atom++) {
      elements.merge(graph.atomicNumber(atom), 1.0, Double::sum);
      connect(atom);
    }
    double[] counts = sorted(connections);
    double total = Arrays.stream(counts).sum();
    double ofConnections =
        counts.length == 0 ? 0 : total * (entropy(counts) + Math.log(total) / LN_2);
    return graph.atoms() * entropy(sorted(elements)) + ofConnections;
  }

  private void connect(int atom) {
    int first = graph.firstLink(atom);
    int end = graph.firstLink(atom + 1);
    int middle = classes[atom];
    for (int i = first; i < end; i++) {
      int one = classes[graph.linkedAtom(i)];
      double order = order(graph.linkedBond(i));
      if (order > 1 && graph.linkedAtom(i) > atom) {
        List<Integer> pair = List.of(Math.min(middle, one), Math.max(middle, one));
        connections.merge(pair, order * (order - 1) / 2, Double::sum);
      }
      for (int j = i + 1; j < end; j++) {
        int other = classes[graph.linkedAtom(j)];
        List<Integer> triple = List.of(Math.min(one, other), middle, Math.max(one, other));
        connections.merge(triple, order * order(graph.linkedBond(j)), Double::sum);
      }
    }
  }

  private double order(int bond) {
    return graph.isAromaticBond(bond) ? 1.5 : graph.order(bond);
  }

  /** In ascending order, so that sums do not depend on that of the map. */
  private static double[] sorted(Map<?, Double> counts) {
    return counts.values().stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  private static double entropy(double[] counts) {
    double total = Arrays.stream(counts).sum();
    double sum = 0;
    for (double count : counts) {
      sum -= count > 0 ? count / total * Math.log(count / total) : 0;
    }
    return sum / LN_2;
  }

  private static int[] classes(MolecularGraph graph) {
    Map<String, Integer> seen = new HashMap<>();
    int[] classes = new int[graph.atoms()];
    for (int atom = 0; atom < classes.length; atom++) {
      int[] distances = distances(graph, atom);
      Arrays.sort(distances);
      String key = Arrays.toString(Arrays.copyOf(distances, Math.min(CUTOFF, distances.length)));
      classes[atom] = seen.computeIfAbsent(key, fresh -> seen.size() + 1);
    }
    return classes;
  }

  /** Shortest ways, a bond of order n being 1/n long; in sixths, so that equal is equal. */
  private static int[] distances(MolecularGraph graph, int from) {
    int[] distances = new int[graph.atoms()];
    Arrays.fill(distances, FAR);
    distances[from] = 0;
    ArrayDeque<Integer> changed = new ArrayDeque<>();
    changed.add(from);
    while (!changed.isEmpty()) {
      int atom = changed.remove();
      for (int link = graph.firstLink(atom); link < graph.firstLink(atom + 1); link++) {
        int next = graph.linkedAtom(link);
        int distance = distances[atom] + length(graph, graph.linkedBond(link));
        if (distance < distances[next]) {
          distances[next] = distance;
          changed.add(next);
        }
      }
    }
    return distances;
  }

  private static int length(MolecularGraph graph, int bond) {
    return graph.isAromaticBond(bond) ? 4 : 6 / Math.max(1, graph.order(bond));
  }
}
