package io.github.molweave.numeric;

/**
 * Logits as log probabilities at temperature 1: log softmax(x)_i = (x_i - max x) - log sum_j
 * exp(x_j - max x), in nats. Holds what all entries have in common, so that one entry costs a
 * subtraction.
 *
 * <p>Range: results are 0 or below; -infinity where x_i is. Entries may be of any finite size.
 *
 * <p>Non-finite: NaN, +infinity, or nothing but -infinity is refused.
 *
 * <p>Accuracy: 5e-14 absolute for up to 100 entries in -50..50 ({@code LogSoftmaxTest}).
 *
 * <p>Determinism: summed in index order; the same bits on every runtime. Not for two threads at
 * once.
 */
public final class LogSoftmax {
  private double largest;
  private double logSum;

  /**
   * Takes the sum over {@code logits} [V].
   *
   * @throws ArithmeticException when the logits have no softmax
   */
  public void take(double[] logits) {
    double max = Double.NEGATIVE_INFINITY;
    for (double logit : logits) {
      max = logit > max ? logit : max;
    }
    double sum = 0;
    for (double logit : logits) {
      sum += PortableMath.exp(logit - max);
    }
    // The largest entry adds exp(0) = 1; anything else comes from NaN or infinity.
    if (!(sum >= 1)) {
      throw new ArithmeticException(
          "the model's scores for the next token are not numbers; its weights must be damaged");
    }
    largest = max;
    logSum = PortableMath.log(sum);
  }

  /** The log probability of a token whose logit is {@code logit}, one of those taken. */
  public double of(double logit) {
    return (logit - largest) - logSum;
  }
}
