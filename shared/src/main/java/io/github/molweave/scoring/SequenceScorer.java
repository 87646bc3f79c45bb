package io.github.molweave.scoring;

import io.github.molweave.network.LanguageModel;
import io.github.molweave.network.Streams;
import io.github.molweave.numeric.LogSoftmax;
import io.github.molweave.tokens.TokenIds;
import io.github.molweave.tokens.Vocabulary;
import java.util.ArrayList;
import java.util.List;

/**
 * Scores texts with a model: the negative log-likelihood of each token given those before it, at T
 * = 1 over the whole vocabulary, END included if the model has it. The score of a molecule that was
 * drawn to its END is its {@code logProbability} negated, to the bit.
 *
 * <p>Determinism: the same bits on every runtime. Immutable; may be shared.
 */
public final class SequenceScorer {
  private final LanguageModel model;

  /** A scorer that asks {@code model}. */
  public SequenceScorer(LanguageModel model) {
    this.model = model;
  }

  /**
   * Scores {@code text}; the empty text is END alone.
   *
   * @throws io.github.molweave.tokens.UnknownTokenException when the model lacks a token of it:
   *     says which, and where
   * @throws ArithmeticException when the model's scores are not numbers
   */
  public SequenceScore score(String text) {
    Vocabulary vocabulary = model.vocabulary();
    int[] ids = TokenIds.encode(vocabulary, model.notation(), text);
    int steps = vocabulary.end() == Vocabulary.NONE ? ids.length : ids.length + 1;
    Streams streams = model.streams(1);
    double[] logits = new double[vocabulary.size()];
    LogSoftmax logSoftmax = new LogSoftmax();
    List<ScoredToken> tokens = new ArrayList<>(steps);
    double total = 0;
    int[] fed = {vocabulary.start()};
    for (int step = 0; step < steps; step++) {
      int next = step < ids.length ? ids[step] : vocabulary.end();
      streams.step(fed, 1, logits);
      logSoftmax.take(logits);
      double logProbability = logSoftmax.of(logits[next]);
      total += logProbability;
      tokens.add(new ScoredToken(vocabulary.token(next), next, 0 - logProbability));
      fed[0] = next;
    }
    return new SequenceScore(text, tokens, 0 - total);
  }
}
