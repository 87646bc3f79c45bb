package io.github.molweave.sampling;

import io.github.molweave.numeric.PortableMath;
import io.github.molweave.random.CounterNoise;
import io.github.molweave.tokens.Vocabulary;
import java.util.function.IntPredicate;

/**
 * Which token comes next, and with what probability: the one place where a validity mask,
 * temperature, top-k and top-p are applied. In this order:
 *
 * <ol>
 *   <li>START and the mask token are left out: they are never drawn. So are tokens that a validity
 *       mask refuses.
 *   <li>Temperature: each logit is divided by T. T = 0 keeps the likeliest token only.
 *   <li>Top-k: the k highest stay.
 *   <li>Top-p: of these, the likeliest stay until their share of the probability reaches p; the
 *       token that reaches it stays too.
 * </ol>
 *
 * <p>Between equals the lowest id wins, everywhere. What stays is drawn by Gumbel-max: the token
 * with the largest logit/T - log(-log u), u being its own noise. That has the probabilities of
 * softmax over what stays, and keeps a token's luck when only temperature, cuts or mask change.
 * Hence a mask need not be asked about every token: the first allowed one in the order of the noisy
 * scores is the one drawn.
 *
 * <p>Determinism: the same bits on every runtime. A workspace for one molecule at a time; shares
 * nothing.
 *
 * <p>Source: Gumbel-max as in Maddison, Tarlow, Minka 2014 (arXiv:1411.0030); top-p as in Holtzman
 * et al. 2020 (arXiv:1904.09751).
 */
public final class TokenDistribution {
  private static final String NOTHING_ALLOWED = "the mask allows no token";

  private final int[] drawable;
  private final double temperature;
  private final int topK;
  private final double topP;

  /** logit / T by id, valid for candidates. */
  private final double[] scaled;

  /** The random words of all ids, up to a multiple of four. */
  private final int[] words;

  /** logit / T with its noise, by id, valid for candidates while one is drawn under a mask. */
  private final double[] noisy;

  /** What may be drawn: the first {@code count} entries are the ids that stayed. */
  private final int[] candidates;

  private int count;

  /** Who may still refuse candidates; null once all of them are known to be allowed. */
  private IntPredicate mask;

  /**
   * A distribution over {@code vocabulary} under the temperature, top-k and top-p of {@code
   * options}.
   *
   * @throws IllegalArgumentException when the vocabulary has no token that may be drawn
   */
  public TokenDistribution(Vocabulary vocabulary, SamplingOptions options) {
    drawable = drawableOf(vocabulary);
    if (drawable.length == 0) {
      throw new IllegalArgumentException("the model has no token that could be drawn");
    }
    temperature = options.temperature();
    topK = options.topK();
    topP = options.topP();
    scaled = new double[vocabulary.size()];
    words = new int[(vocabulary.size() + 3) & ~3];
    noisy = new double[vocabulary.size()];
    candidates = new int[drawable.length];
  }

  /** Whether a token may be drawn at all: text and END, not START and not the mask token. */
  static boolean isDrawable(Vocabulary vocabulary, int id) {
    return id == vocabulary.end() || vocabulary.isText(id);
  }

  private static int[] drawableOf(Vocabulary vocabulary) {
    int[] ids = new int[vocabulary.size()];
    int found = 0;
    for (int id = 0; id < ids.length; id++) {
      if (isDrawable(vocabulary, id)) {
        ids[found++] = id;
      }
    }
    int[] exact = new int[found];
    System.arraycopy(ids, 0, exact, 0, found);
    return exact;
  }

  /**
   * Works out what may be drawn when no mask refuses anything.
   *
   * @param logits [V], the model's scores, finite; read, never kept
   */
  public void take(double[] logits) {
    take(logits, null);
  }

  /**
   * Works out what may be drawn.
   *
   * @param logits [V], the model's scores, finite; read, never kept
   * @param allowed tells of a token's id whether it may be drawn, until {@link #draw} has answered;
   *     must allow at least one token that is drawn at all. Null allows all
   */
  public void take(double[] logits, IntPredicate allowed) {
    mask = allowed;
    count = drawable.length;
    for (int at = 0; at < count; at++) {
      candidates[at] = drawable[at];
    }
    if (temperature == 0) {
      candidates[0] = firstAllowed(logits);
      count = 1;
      mask = null;
      return;
    }
    for (int id : drawable) {
      scaled[id] = logits[id] / temperature;
    }
    boolean cutsByRank = topK > 0 && topK < count;
    if (cutsByRank || topP < 1) {
      leaveOutRefused();
      cut(cutsByRank ? Math.min(topK, count) : count);
    }
  }

  /** The candidate with the highest score that the mask allows; leaves out those above it. */
  private int firstAllowed(double[] scores) {
    for (; ; ) {
      int best = 0;
      for (int at = 1; at < count; at++) {
        double score = scores[candidates[at]];
        double highest = scores[candidates[best]];
        if (score > highest || (score == highest && candidates[at] < candidates[best])) {
          best = at;
        }
      }
      int id = candidates[best];
      if (mask == null || mask.test(id)) {
        return id;
      }
      candidates[best] = candidates[--count];
      if (count == 0) {
        throw new IllegalStateException(NOTHING_ALLOWED);
      }
    }
  }

  private void leaveOutRefused() {
    if (mask == null) {
      return;
    }
    int allowed = 0;
    for (int at = 0; at < count; at++) {
      if (mask.test(candidates[at])) {
        candidates[allowed++] = candidates[at];
      }
    }
    if (allowed == 0) {
      throw new IllegalStateException(NOTHING_ALLOWED);
    }
    count = allowed;
    mask = null;
  }

  /** Ranks the candidates as far as needed and keeps the {@code most} first, then top-p's share. */
  private void cut(int most) {
    Ranking.rank(candidates, count, most, scaled);
    count = most;
    if (topP < 1) {
      double needed = topP * weights();
      double reached = weight(candidates[0]);
      int kept = 1;
      while (reached < needed && kept < count) {
        reached += weight(candidates[kept++]);
      }
      count = kept;
    }
  }

  /** exp(logit/T - largest logit/T) of a candidate, once the first candidate is the likeliest. */
  private double weight(int id) {
    return PortableMath.exp(scaled[id] - scaled[candidates[0]]);
  }

  private double weights() {
    double sum = 0;
    for (int at = 0; at < count; at++) {
      sum += weight(candidates[at]);
    }
    return sum;
  }

  /** The id drawn with the noise of one place; no noise is looked up when only one token stayed. */
  public int draw(CounterNoise noise, int molecule, int attempt, int step) {
    if (count == 1 && mask == null) {
      return candidates[0];
    }
    noise.words(molecule, attempt, step, words);
    return mask == null ? noisiest() : noisiestAllowed();
  }

  private int noisiestAllowed() {
    for (int at = 0; at < count; at++) {
      int id = candidates[at];
      noisy[id] = noisy(id);
    }
    return firstAllowed(noisy);
  }

  /** As {@link #noisiestAllowed} without a mask; works the noise out where it can still decide. */
  private int noisiest() {
    int best = candidates[0];
    for (int at = 1; at < count; at++) {
      if (scaled[candidates[at]] > scaled[best]) {
        best = candidates[at];
      }
    }
    int likeliest = best;
    double highest = noisy(best);
    for (int at = 0; at < count; at++) {
      int id = candidates[at];
      if (id != likeliest && scaled[id] + mostNoise(words[id]) >= highest) {
        double score = noisy(id);
        if (score > highest || (score == highest && id < best)) {
          highest = score;
          best = id;
        }
      }
    }
    return best;
  }

  private double noisy(int id) {
    return scaled[id] - PortableMath.log(-PortableMath.log(CounterNoise.toUniform(words[id])));
  }

  /**
   * Not less than -log(-log u) for the word that u is made of: with n leading ones u < 1 -
   * 2^-(n+1), so -log u > 2^-(n+1), and log 2 < 0.7, by far more than log is inexact.
   */
  private static double mostNoise(int word) {
    return 0.7 * (Integer.numberOfLeadingZeros(~word) + 1);
  }

  /**
   * The probability with which each id is drawn.
   *
   * @return [V], a new array; 0 for what was cut or refused; sums to 1 within rounding
   */
  public double[] probabilities() {
    leaveOutRefused();
    double[] probabilities = new double[scaled.length];
    if (count == 1) {
      probabilities[candidates[0]] = 1;
      return probabilities;
    }
    double largest = Double.NEGATIVE_INFINITY;
    for (int at = 0; at < count; at++) {
      largest = Math.max(largest, scaled[candidates[at]]);
    }
    double sum = 0;
    for (int at = 0; at < count; at++) {
      int id = candidates[at];
      probabilities[id] = PortableMath.exp(scaled[id] - largest);
      sum += probabilities[id];
    }
    for (int at = 0; at < count; at++) {
      probabilities[candidates[at]] /= sum;
    }
    return probabilities;
  }
}
