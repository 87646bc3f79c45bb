package io.github.molweave.trainer.network;

import io.github.molweave.trainer.batching.Batch;
import java.util.Arrays;

/**
 * The loss: negative log-likelihood of each target under the softmax of its logits, in nats, summed
 * over the targets that count; positions beyond a molecule's end add nothing, neither to the sum
 * nor to the gradient. Computed in double with the largest logit subtracted, so no logit overflows.
 */
final class SoftmaxCrossEntropy {
  private SoftmaxCrossEntropy() {}

  /**
   * Replaces the logits by the gradient of the scaled loss and returns the sum.
   *
   * @param logits [T * B, V], row {@code t * B + b} for step t of molecule b; on return scale *
   *     (softmax - one-hot target), and 0 where nothing counts
   * @param vocabulary V
   * @param scale what the sum is multiplied by before the gradient is taken: 1 / tokens for a mean
   * @return sum of the negative log-likelihoods, nats; NaN when a logit was NaN
   */
  static double lossAndGradient(double[] logits, int vocabulary, Batch batch, double scale) {
    double sum = 0;
    for (int t = 0; t < batch.steps(); t++) {
      for (int b = 0; b < batch.rows(); b++) {
        int place = t * batch.rows() + b;
        int offset = place * vocabulary;
        if (t < batch.lengths()[b]) {
          sum += row(logits, offset, vocabulary, batch.targets()[place], scale);
        } else {
          Arrays.fill(logits, offset, offset + vocabulary, 0);
        }
      }
    }
    return sum;
  }

  private static double row(double[] logits, int offset, int vocabulary, int target, double scale) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int v = 0; v < vocabulary; v++) {
      largest = Math.max(largest, logits[offset + v]);
    }
    double targetLogit = logits[offset + target];
    double total = 0;
    for (int v = 0; v < vocabulary; v++) {
      double weight = Math.exp(logits[offset + v] - largest);
      logits[offset + v] = weight;
      total += weight;
    }
    double factor = scale / total;
    for (int v = 0; v < vocabulary; v++) {
      logits[offset + v] *= factor;
    }
    logits[offset + target] -= scale;
    return Math.log(total) + largest - targetLogit;
  }
}
