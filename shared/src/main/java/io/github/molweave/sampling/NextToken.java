package io.github.molweave.sampling;

import io.github.molweave.mask.MoleculeMask;
import io.github.molweave.network.LanguageModel;
import io.github.molweave.numeric.LogSoftmax;
import io.github.molweave.tokens.TokenIds;
import io.github.molweave.tokens.Vocabulary;
import java.util.ArrayList;
import java.util.List;

/**
 * What may come after a prefix: every token of the vocabulary, the model's likeliest first, between
 * equals the lowest id.
 *
 * @param prefix what is already written
 * @param candidates V entries
 */
public record NextToken(String prefix, List<Candidate> candidates) {
  /** Copies the list. */
  public NextToken {
    candidates = List.copyOf(candidates);
  }

  /**
   * A token that may come next.
   *
   * @param text its spelling in the vocabulary
   * @param id its id
   * @param logProbability the model's own: nats, T = 1, nothing cut away; the probabilities of all
   *     V sum to 1
   * @param probability with which it is drawn under the temperature, top-k, top-p and validity mask
   *     asked for, 0..1; 0 for START, the mask token and what the validity mask refuses; all V sum
   *     to 1
   */
  public record Candidate(String text, int id, double logProbability, double probability) {}

  /**
   * The candidates after the prefix of {@code options}, with its temperature, top-k, top-p and
   * validity mask. Seed and attempts do not matter here.
   *
   * @throws io.github.molweave.tokens.UnknownTokenException when the model lacks a token of the
   *     prefix
   * @throws IllegalArgumentException when the model can draw nothing, or a validity mask is asked
   *     for and no molecule begins so
   */
  public static NextToken after(LanguageModel model, SamplingOptions options) {
    Vocabulary vocabulary = model.vocabulary();
    TokenDistribution distribution = new TokenDistribution(vocabulary, options);
    int[] prefix = TokenIds.encode(vocabulary, model.notation(), options.prefix());
    Beginning beginning = new Beginning(model, prefix, options);
    double[] logits = beginning.copyOfLogits();
    LogSoftmax logSoftmax = new LogSoftmax();
    logSoftmax.take(logits);
    MoleculeMask mask = beginning.copyOfMask();
    distribution.take(logits, mask == null ? null : mask::allows);
    double[] probabilities = distribution.probabilities();
    int[] ids = new int[logits.length];
    for (int id = 0; id < ids.length; id++) {
      ids[id] = id;
    }
    Ranking.rank(ids, ids.length, ids.length, logits);
    List<Candidate> candidates = new ArrayList<>(ids.length);
    for (int id : ids) {
      candidates.add(
          new Candidate(vocabulary.token(id), id, logSoftmax.of(logits[id]), probabilities[id]));
    }
    return new NextToken(options.prefix(), candidates);
  }
}
