package io.github.molweave.trainer.checkpoint;

import io.github.molweave.trainer.device.NetworkState;
import java.util.List;

/**
 * Everything that a run needs to go on as if it had never stopped. Nothing random is missing: the
 * order of the batches and what dropout takes are functions of the seed and of the position.
 *
 * @param identity which run it is
 * @param progress how far the run is
 * @param network weights and optimiser; the arrays are shared
 */
public record Checkpoint(RunIdentity identity, Progress progress, NetworkState network) {

  /**
   * Position in the corpus and results so far.
   *
   * @param epoch of the next batch, from 0; equal to the settings' epochs when the run is over
   * @param batch number of the next batch in it, from 0
   * @param epochNll sum over this epoch's batches so far, nats
   * @param epochTokens targets in them
   * @param history one row for each finished epoch
   * @param startingNll of the model that the run began from, on held-out molecules, nats per token;
   *     NaN when it began with fresh weights or there are no such molecules
   */
  public record Progress(
      int epoch,
      int batch,
      double epochNll,
      long epochTokens,
      List<EpochResult> history,
      double startingNll) {

    /** Copies the list. */
    public Progress {
      history = List.copyOf(history);
    }

    /** Before the first batch. */
    public static Progress beginning() {
      return startingFrom(Double.NaN);
    }

    /** Before the first batch of a run whose first weights have been measured. */
    public static Progress startingFrom(double startingNll) {
      return new Progress(0, 0, 0, 0, List.of(), startingNll);
    }

    /**
     * The best validation of the finished epochs and of the model that the run began from, or
     * infinity without any; nats per token.
     */
    public double bestValidationNll() {
      double best = atStart();
      for (EpochResult result : history) {
        if (result.validationNll() < best) {
          best = result.validationNll();
        }
      }
      return best;
    }

    private double atStart() {
      return Double.isNaN(startingNll) ? Double.POSITIVE_INFINITY : startingNll;
    }

    /**
     * Finished epochs after the best one, all of them when the start is best; an epoch without
     * validation counts as the best.
     */
    public int epochsSinceBest() {
      int best = 0;
      double lowest = atStart();
      for (int i = 0; i < history.size(); i++) {
        double validation = history.get(i).validationNll();
        if (Double.isNaN(validation) || validation < lowest) {
          best = i + 1;
          lowest = Double.isNaN(validation) ? lowest : validation;
        }
      }
      return history.size() - best;
    }
  }

  /**
   * One finished epoch.
   *
   * @param trainingNll mean while learning, nats per token
   * @param validationNll on held-out molecules, nats per token; NaN when there are none
   */
  public record EpochResult(double trainingNll, double validationNll) {}
}
