package io.github.molweave.sampling;

import io.github.molweave.network.HiddenState;
import io.github.molweave.network.LanguageModel;
import io.github.molweave.numeric.LogSoftmax;
import io.github.molweave.tokens.Vocabulary;

/**
 * What all molecules of a run have in common: START and the prefix, fed once. Immutable; each
 * molecule goes on from a copy of the state.
 */
final class Beginning {
  private final HiddenState state;
  private final double[] logits;
  final int[] ids;
  final StepRecorder steps;
  final double logProbability;

  /**
   * Feeds START and the prefix to {@code model}.
   *
   * @param ids the prefix; kept, not copied
   */
  Beginning(LanguageModel model, int[] ids, StepDetail detail) {
    Vocabulary vocabulary = model.vocabulary();
    this.ids = ids;
    state = model.start();
    logits = new double[vocabulary.size()];
    steps = new StepRecorder(vocabulary, detail);
    LogSoftmax logSoftmax = new LogSoftmax();
    double total = 0;
    model.step(state, vocabulary.start(), logits);
    for (int id : ids) {
      logSoftmax.take(logits);
      total += logSoftmax.of(logits[id]);
      steps.record(id, logits, logSoftmax);
      model.step(state, id, logits);
    }
    logProbability = total;
  }

  HiddenState copyOfState() {
    return state.copy();
  }

  double[] copyOfLogits() {
    return logits.clone();
  }
}
