package io.github.molweave.trainer.metrics;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * GuacaMol's score of how like the distributions of two sets are: the mean of exp(-divergence) over
 * nine descriptors and the similarity of each molecule to its nearest other one in its own set
 * (fingerprints of {@value #WIDTH} bits). 1 is best. NaN with fewer than two molecules.
 *
 * <p>Source: N. Brown et al., GuacaMol, J. Chem. Inf. Model. 59 (2019) 1096, with RDKit's
 * descriptors as shared computes them.
 */
final class KlScore {
  private static final int WIDTH = 4096;
  private static final String INTERNAL = "internal_similarity";

  private static final List<Descriptor> DESCRIPTORS =
      List.of(
          Descriptor.COMPLEXITY,
          Descriptor.LOG_P,
          Descriptor.WEIGHT,
          Descriptor.POLAR_SURFACE,
          Descriptor.ACCEPTORS,
          Descriptor.DONORS,
          Descriptor.ROTATABLE_BONDS,
          Descriptor.ALIPHATIC_RINGS,
          Descriptor.AROMATIC_RINGS);

  private final Map<String, KlDivergence> parts = new LinkedHashMap<>();

  /**
   * @param judged each molecule once
   * @param reference as many, or fewer if there are no more
   */
  KlScore(MoleculeSet judged, MoleculeSet reference, Workers workers) {
    for (Descriptor descriptor : DESCRIPTORS) {
      double[] values = judged.values(descriptor);
      parts.put(
          descriptor.id(),
          new KlDivergence(values, reference.values(descriptor), descriptor.kind()));
    }
    parts.put(
        INTERNAL,
        new KlDivergence(
            nearest(judged, workers), nearest(reference, workers), Descriptor.Kind.CONTINUOUS));
  }

  private static double[] nearest(MoleculeSet set, Workers workers) {
    FingerprintTable table = new FingerprintTable(set.molecules(), WIDTH);
    double[] nearest = new double[table.size()];
    workers.forEach(nearest.length, row -> nearest[row] = table.nearestOther(row));
    return nearest;
  }

  /** The score when molecule {@code i} of the judged set occurs {@code weights[i]} times. */
  double of(int[] weights) {
    double sum = 0;
    for (KlDivergence part : parts.values()) {
      sum += Math.exp(-part.of(weights));
    }
    return sum / parts.size();
  }

  /** The divergence of each part, nats, by its name in JSON. */
  Map<String, Double> divergences(int judged) {
    int[] once = new int[judged];
    Arrays.fill(once, 1);
    Map<String, Double> divergences = new LinkedHashMap<>();
    parts.forEach((name, part) -> divergences.put(name, part.of(once)));
    return divergences;
  }
}
