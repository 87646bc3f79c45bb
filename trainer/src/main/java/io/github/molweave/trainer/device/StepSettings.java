package io.github.molweave.trainer.device;

/**
 * What a device must know of a run besides the network.
 *
 * @param batchSize most molecules in a batch, 1 or more
 * @param longest most steps in a batch, 1 or more
 * @param clipNorm the gradient's Euclidean norm is scaled down to this, > 0; infinite for never
 * @param dropout the part of the numbers between two layers that is set to 0 while learning, 0
 *     &lt;= dropout &lt; 1; nothing when there is one layer
 * @param weightDecay the part of each weight, times the learning rate, that every update takes
 *     away, 0 &lt;= weightDecay &lt; 1
 * @param seed of the run; decides which numbers dropout takes
 */
public record StepSettings(
    int batchSize, int longest, double clipNorm, double dropout, double weightDecay, long seed) {

  /** Checks every range. */
  public StepSettings {
    if (batchSize < 1) {
      throw new IllegalArgumentException("batch must be 1 or more, not " + batchSize);
    }
    if (longest < 1) {
      throw new IllegalArgumentException("the longest batch must be 1 or more, not " + longest);
    }
    if (!(clipNorm > 0)) {
      throw new IllegalArgumentException("clip must be above 0, not " + clipNorm);
    }
    if (!(dropout >= 0 && dropout < 1)) {
      throw new IllegalArgumentException("dropout must be at least 0 and below 1, not " + dropout);
    }
    if (!(weightDecay >= 0 && weightDecay < 1)) {
      throw new IllegalArgumentException(
          "weight-decay must be at least 0 and below 1, not " + weightDecay);
    }
  }

  /** Neither dropout nor weight decay. */
  public static StepSettings plain(int batchSize, int longest, double clipNorm) {
    return new StepSettings(batchSize, longest, clipNorm, 0, 0, 0);
  }
}
