package io.github.molweave.trainer.metrics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The cosine between how often features occur in a judged set and in a reference: 1 when all occur
 * in the same proportions, 0 when none is shared. NaN when one of the two has no features.
 *
 * <p>Source: D. Polykovskiy et al., Molecular Sets (MOSES), Front. Pharmacol. 11 (2020) 565644.
 */
final class CountCosine {
  private final int[][] features;
  private final double[] reference;
  private final double referenceNorm;

  /**
   * @param judged the features of each molecule of the judged set
   * @param reference likewise
   */
  CountCosine(List<List<String>> judged, List<List<String>> reference) {
    Map<String, Integer> numbers = new HashMap<>();
    this.features = new int[judged.size()][];
    for (int molecule = 0; molecule < features.length; molecule++) {
      List<String> names = judged.get(molecule);
      features[molecule] = new int[names.size()];
      for (int i = 0; i < names.size(); i++) {
        int fresh = numbers.size();
        Integer known = numbers.putIfAbsent(names.get(i), fresh);
        features[molecule][i] = known == null ? fresh : known;
      }
    }
    this.reference = new double[numbers.size()];
    Map<String, Integer> elsewhere = new HashMap<>();
    for (List<String> names : reference) {
      for (String name : names) {
        Integer number = numbers.get(name);
        if (number == null) {
          elsewhere.merge(name, 1, Integer::sum);
        } else {
          this.reference[number]++;
        }
      }
    }
    double squares = 0;
    for (int count : elsewhere.values()) {
      squares += (double) count * count;
    }
    for (double count : this.reference) {
      squares += count * count;
    }
    this.referenceNorm = Math.sqrt(squares);
  }

  /** The cosine when molecule {@code i} occurs {@code weights[i]} times. */
  double of(int[] weights) {
    double[] counts = new double[reference.length];
    for (int molecule = 0; molecule < features.length; molecule++) {
      for (int feature : features[molecule]) {
        counts[feature] += weights[molecule];
      }
    }
    double product = 0;
    double squares = 0;
    for (int feature = 0; feature < counts.length; feature++) {
      product += counts[feature] * reference[feature];
      squares += counts[feature] * counts[feature];
    }
    return product / (Math.sqrt(squares) * referenceNorm);
  }
}
