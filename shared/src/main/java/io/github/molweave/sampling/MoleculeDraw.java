package io.github.molweave.sampling;

import io.github.molweave.network.HiddenState;
import io.github.molweave.numeric.LogSoftmax;
import io.github.molweave.tokens.Vocabulary;
import java.util.Arrays;

/**
 * One molecule in the making. Whoever draws it can look at it, or stop, after every token:
 *
 * <pre>
 *   while (goOn() &amp;&amp; draw.advance()) show(draw.text());
 *   Sample sample = draw.finish();
 * </pre>
 *
 * <p>Not for two threads at once; any number of molecules of one {@link Sampler} may grow side by
 * side.
 */
public final class MoleculeDraw {
  /** The first attempt at a molecule; there are others only where invalid samples are rejected. */
  private static final int FIRST_ATTEMPT = 0;

  private static final int USUAL_LENGTH = 64;

  private final Sampler sampler;
  private final Vocabulary vocabulary;
  private final int index;
  private final int lengthLimit;
  private final HiddenState state;
  private final double[] logits;
  private final LogSoftmax logSoftmax = new LogSoftmax();
  private final TokenDistribution distribution;
  private final StepRecorder steps;

  private int[] ids;
  private int length;
  private double logProbability;
  private StopReason stop = StopReason.CANCELLED;

  MoleculeDraw(Sampler sampler, int index) {
    this.sampler = sampler;
    this.index = index;
    vocabulary = sampler.model.vocabulary();
    lengthLimit = sampler.lengthLimit(index);
    state = sampler.beginning.copyOfState();
    logits = sampler.beginning.copyOfLogits();
    distribution = new TokenDistribution(vocabulary, sampler.options);
    steps = sampler.beginning.steps.copy();
    length = sampler.beginning.ids.length;
    ids = Arrays.copyOf(sampler.beginning.ids, Math.max(USUAL_LENGTH, length));
    logProbability = sampler.beginning.logProbability;
  }

  /**
   * Draws one token.
   *
   * <p>A molecule of the greatest length that has END next ends like any other; any other token
   * would make it too long and is not kept.
   *
   * @return whether the molecule grew; false once it is finished
   * @throws ArithmeticException when the model's scores are not numbers
   */
  public boolean advance() {
    if (isFinished()) {
      return false;
    }
    boolean isFull = length >= lengthLimit;
    if (isFull && vocabulary.end() == Vocabulary.NONE) {
      stop = StopReason.LENGTH_LIMIT;
      return false;
    }
    logSoftmax.take(logits);
    distribution.take(logits);
    int id = distribution.draw(sampler.tokenNoise, index, FIRST_ATTEMPT, length);
    if (isFull && id != vocabulary.end()) {
      stop = StopReason.LENGTH_LIMIT;
      return false;
    }
    logProbability += logSoftmax.of(logits[id]);
    steps.record(id, logits, logSoftmax);
    if (id == vocabulary.end()) {
      stop = StopReason.END_TOKEN;
      return false;
    }
    append(id);
    sampler.model.step(state, id, logits);
    return true;
  }

  /** Whether there is nothing left to draw. */
  public boolean isFinished() {
    return stop != StopReason.CANCELLED;
  }

  private void append(int id) {
    if (length == ids.length) {
      ids = Arrays.copyOf(ids, 2 * length);
    }
    ids[length++] = id;
  }

  /** How many tokens there are so far: prefix included, END not. */
  public int length() {
    return length;
  }

  /** The tokens so far, joined: prefix included, END not. */
  public String text() {
    StringBuilder text = new StringBuilder(length + length / 2);
    for (int at = 0; at < length; at++) {
      text.append(vocabulary.token(ids[at]));
    }
    return text.toString();
  }

  /** The molecule as it stands: {@link StopReason#CANCELLED} unless it was drawn to its end. */
  public Sample finish() {
    return new Sample(index, text(), steps.steps(), logProbability, stop);
  }
}
