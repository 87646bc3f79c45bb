package io.github.molweave.trainer.metrics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The area between the distribution functions of a judged set and a reference: how far, on average,
 * values must be moved to make one of the other. In the unit of the values; infinite never, NaN
 * when a set is empty.
 */
final class WassersteinDistance {
  private final double[] judged;
  private final int[] order;
  private final double[] reference;

  WassersteinDistance(double[] judged, double[] reference) {
    this.judged = judged;
    this.order =
        IntStream.range(0, judged.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> judged[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    this.reference = reference.clone();
    Arrays.sort(this.reference);
  }

  /** The distance when value {@code i} of the judged set occurs {@code weights[i]} times. */
  double of(int[] weights) {
    double total = Arrays.stream(weights).sum();
    if (total == 0 || reference.length == 0) {
      return Double.NaN;
    }
    double area = 0;
    long below = 0;
    int mine = 0;
    int theirs = 0;
    double at = Math.min(judged[order[0]], reference[0]);
    while (mine < order.length || theirs < reference.length) {
      double next =
          mine == order.length
              ? reference[theirs]
              : theirs == reference.length
                  ? judged[order[mine]]
                  : Math.min(judged[order[mine]], reference[theirs]);
      area += (next - at) * Math.abs(below / total - (double) theirs / reference.length);
      at = next;
      while (mine < order.length && judged[order[mine]] == at) {
        below += weights[order[mine++]];
      }
      while (theirs < reference.length && reference[theirs] == at) {
        theirs++;
      }
    }
    return area;
  }
}
