package io.github.molweave.sampling;

import io.github.molweave.mask.MaskVocabulary;
import io.github.molweave.mask.MoleculeMask;
import io.github.molweave.network.HiddenState;
import io.github.molweave.network.LanguageModel;
import io.github.molweave.network.Streams;
import io.github.molweave.numeric.LogSoftmax;
import io.github.molweave.tokens.Notation;
import io.github.molweave.tokens.Vocabulary;

/**
 * What all molecules of a run have in common: START and the prefix, fed once. Immutable; each
 * molecule goes on from here.
 */
final class Beginning {
  final HiddenState state;
  private final double[] logits;
  private final MoleculeMask mask;
  final int[] ids;
  final StepRecorder steps;
  final double logProbability;

  /**
   * Feeds START and the prefix to {@code model}.
   *
   * @param ids the prefix; kept, not copied
   * @throws IllegalArgumentException when options ask for a mask and no molecule begins so
   */
  Beginning(LanguageModel model, int[] ids, SamplingOptions options) {
    Vocabulary vocabulary = model.vocabulary();
    this.ids = ids;
    Streams streams = model.streams(1);
    logits = new double[vocabulary.size()];
    steps = new StepRecorder(vocabulary, options.detail());
    LogSoftmax logSoftmax = new LogSoftmax();
    double total = 0;
    int[] fed = {vocabulary.start()};
    streams.step(fed, 1, logits);
    for (int id : ids) {
      logSoftmax.take(logits);
      total += logSoftmax.of(logits[id]);
      steps.record(id, logits, logSoftmax, null);
      fed[0] = id;
      streams.step(fed, 1, logits);
    }
    state = streams.save(0);
    logProbability = total;
    boolean masked = options.validity() == ValidityMode.MASK;
    // Every row of SELFIES symbols spells a molecule: there is nothing to refuse.
    boolean always = model.notation() == Notation.SELFIES;
    mask = masked && !always ? mask(vocabulary, options.maxLength()) : null;
  }

  private MoleculeMask mask(Vocabulary vocabulary, int maxLength) {
    if (vocabulary.end() == Vocabulary.NONE) {
      throw new IllegalArgumentException(
          "validity 'mask' needs a model that knows when a molecule ends, and this one has no END"
              + " token; use 'reject'");
    }
    MoleculeMask start = new MoleculeMask(MaskVocabulary.of(vocabulary), maxLength);
    for (int id : ids) {
      start.append(id);
    }
    return start;
  }

  /** What may come next, or null where everything may. */
  MoleculeMask copyOfMask() {
    return mask == null ? null : mask.copy();
  }

  double[] copyOfLogits() {
    return logits.clone();
  }

  void copyLogits(double[] target, int at) {
    System.arraycopy(logits, 0, target, at, logits.length);
  }
}
