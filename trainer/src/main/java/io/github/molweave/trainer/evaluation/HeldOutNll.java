package io.github.molweave.trainer.evaluation;

import io.github.molweave.network.LanguageModel;
import io.github.molweave.scoring.SequenceScore;
import io.github.molweave.scoring.SequenceScorer;
import io.github.molweave.tokens.UnknownTokenException;
import io.github.molweave.trainer.corpus.NotedMolecule;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * The negative log-likelihood of molecules under a model as it runs, with its weights in bytes.
 * Beside the trainer's figure for the same molecules it shows what quantisation costs.
 *
 * @param nats sum over all tokens of all scored molecules, END included
 * @param tokens how many those are
 * @param molecules how many molecules were scored
 * @param unscored how many have a token that the model does not know
 */
public record HeldOutNll(double nats, long tokens, int molecules, int unscored) {

  /** Mean per token, nats; NaN when nothing was scored. */
  public double perToken() {
    return nats / tokens;
  }

  /**
   * Scores {@code molecules} on all processors. The result does not depend on their number: each
   * molecule is scored alone, and the sum is taken in the order of the list.
   *
   * @param done told how many molecules more are done, from any thread
   */
  public static HeldOutNll of(LanguageModel model, List<String> molecules, IntConsumer done) {
    SequenceScorer scorer = new SequenceScorer(model);
    SequenceScore[] scores = new SequenceScore[molecules.size()];
    IntStream.range(0, scores.length)
        .parallel()
        .forEach(
            i -> {
              String text =
                  NotedMolecule.of(molecules.get(i), model.notation(), model.vocabulary());
              scores[i] = scored(scorer, text);
              done.accept(1);
            });
    double nats = 0;
    long tokens = 0;
    int scored = 0;
    for (SequenceScore score : scores) {
      if (score != null) {
        nats += score.negativeLogLikelihood();
        tokens += score.tokens().size();
        scored++;
      }
    }
    return new HeldOutNll(nats, tokens, scored, scores.length - scored);
  }

  private static SequenceScore scored(SequenceScorer scorer, String molecule) {
    try {
      return scorer.score(molecule);
    } catch (UnknownTokenException e) {
      return null;
    }
  }
}
