package io.github.molweave.sampling;

import io.github.molweave.mask.MoleculeMask;
import io.github.molweave.numeric.LogSoftmax;
import io.github.molweave.numeric.PortableMath;
import io.github.molweave.tokens.Vocabulary;
import java.util.ArrayList;
import java.util.List;

/** Writes down the steps of a molecule in as much detail as was asked for. */
final class StepRecorder {
  private final Vocabulary vocabulary;
  private final StepDetail detail;
  private final List<SampledToken> steps;

  StepRecorder(Vocabulary vocabulary, StepDetail detail) {
    this(vocabulary, detail, List.of());
  }

  private StepRecorder(Vocabulary vocabulary, StepDetail detail, List<SampledToken> steps) {
    this.vocabulary = vocabulary;
    this.detail = detail;
    this.steps = new ArrayList<>(steps);
  }

  /** An independent recorder that goes on from here. */
  StepRecorder copy() {
    return new StepRecorder(vocabulary, detail, steps);
  }

  List<SampledToken> steps() {
    return steps;
  }

  /**
   * Records that {@code id} came next.
   *
   * @param logits [V], the model's scores before this step
   * @param logSoftmax has taken them
   * @param mask what was allowed before this step; null for everything
   */
  void record(int id, double[] logits, LogSoftmax logSoftmax, MoleculeMask mask) {
    if (detail == StepDetail.NONE) {
      return;
    }
    List<RunnerUp> runnersUp =
        detail == StepDetail.RUNNERS_UP ? runnersUp(id, logits, logSoftmax) : List.of();
    double masked = mask == null ? 0 : masked(logits, logSoftmax, mask);
    steps.add(
        new SampledToken(vocabulary.token(id), id, logSoftmax.of(logits[id]), masked, runnersUp));
  }

  private double masked(double[] logits, LogSoftmax logSoftmax, MoleculeMask mask) {
    double sum = 0;
    for (int id = 0; id < logits.length; id++) {
      if (TokenDistribution.isDrawable(vocabulary, id) && !mask.allows(id)) {
        sum += PortableMath.exp(logSoftmax.of(logits[id]));
      }
    }
    return sum;
  }

  private List<RunnerUp> runnersUp(int drawn, double[] logits, LogSoftmax logSoftmax) {
    int[] ids = new int[logits.length];
    int count = 0;
    for (int id = 0; id < logits.length; id++) {
      if (id != drawn && TokenDistribution.isDrawable(vocabulary, id)) {
        ids[count++] = id;
      }
    }
    int most = Math.min(count, SampledToken.MOST_RUNNERS_UP);
    Ranking.rank(ids, count, most, logits);
    List<RunnerUp> best = new ArrayList<>(most);
    for (int rank = 0; rank < most; rank++) {
      int id = ids[rank];
      best.add(new RunnerUp(vocabulary.token(id), id, logSoftmax.of(logits[id])));
    }
    return best;
  }
}
