package io.github.molweave.sampling;

import io.github.molweave.mask.MoleculeMask;
import io.github.molweave.numeric.LogSoftmax;
import io.github.molweave.smiles.SmilesValidator;
import io.github.molweave.smiles.Validity;
import io.github.molweave.tokens.Notation;
import io.github.molweave.tokens.Vocabulary;
import java.util.Arrays;

/**
 * One molecule in the making: it is shown the model's scores and says which token comes next.
 * Whoever feeds the model ({@link ContinuousBatch}) can look at it after every token.
 *
 * <p>Where invalid samples are rejected, a molecule that turns out invalid begins again, with the
 * noise of the next attempt: its text is then the prefix once more.
 *
 * <p>Not for two threads at once.
 */
public final class MoleculeDraw {
  private static final int USUAL_LENGTH = 64;

  /** What {@link #draw} came to. */
  enum Move {
    /** {@link #lastToken} is to be fed to the model. */
    FEED,
    /** The molecule goes on from the beginning of its run. */
    BEGIN_AGAIN,
    /** There is nothing left to draw. */
    FINISHED
  }

  private final Sampler sampler;
  private final Vocabulary vocabulary;
  private final int index;
  private final LogSoftmax logSoftmax = new LogSoftmax();
  private final TokenDistribution distribution;
  private final SmilesValidator validator;

  private int attempt;
  private int lengthLimit;
  private StepRecorder steps;
  private MoleculeMask mask;
  private int[] ids = new int[USUAL_LENGTH];
  private int length;
  private double logProbability;
  private StopReason stop;

  /** What the tokens so far spell, once somebody has asked. */
  private Spelling spelling;

  /** Judged by {@code validator}, which others may use between two calls. */
  MoleculeDraw(Sampler sampler, int index, SmilesValidator validator) {
    this.sampler = sampler;
    this.index = index;
    this.validator = validator;
    vocabulary = sampler.model.vocabulary();
    distribution = new TokenDistribution(vocabulary, sampler.options);
    begin();
  }

  private void begin() {
    Beginning beginning = sampler.beginning;
    lengthLimit = sampler.lengthLimit(index, attempt);
    steps = beginning.steps.copy();
    mask = beginning.copyOfMask();
    length = beginning.ids.length;
    ids = Arrays.copyOf(beginning.ids, Math.max(ids.length, length));
    logProbability = beginning.logProbability;
    stop = StopReason.CANCELLED;
    spelling = null;
  }

  /**
   * Draws one token.
   *
   * <p>A molecule of the greatest length that has END next ends like any other; any other token
   * would make it too long and is not kept.
   *
   * @param logits [V], the model's scores after all tokens so far; read, never kept
   * @throws ArithmeticException when they are not numbers
   */
  Move draw(double[] logits) {
    grow(logits);
    if (!isFinished()) {
      return Move.FEED;
    }
    if (isToBeDrawnAgain()) {
      attempt++;
      begin();
      return Move.BEGIN_AGAIN;
    }
    return Move.FINISHED;
  }

  private void grow(double[] logits) {
    boolean isFull = length >= lengthLimit;
    if (isFull && vocabulary.end() == Vocabulary.NONE) {
      stop = StopReason.LENGTH_LIMIT;
      return;
    }
    logSoftmax.take(logits);
    distribution.take(logits, mask == null ? null : mask::allows);
    int id = distribution.draw(sampler.tokenNoise, index, attempt, length);
    if (isFull && id != vocabulary.end()) {
      stop = StopReason.LENGTH_LIMIT;
      return;
    }
    logProbability += logSoftmax.of(logits[id]);
    steps.record(id, logits, logSoftmax, mask);
    if (id == vocabulary.end()) {
      stop = StopReason.END_TOKEN;
      return;
    }
    append(id);
  }

  /** The token drawn last, once there is one. */
  int lastToken() {
    return ids[length - 1];
  }

  private boolean isToBeDrawnAgain() {
    return sampler.options.validity() != ValidityMode.OFF
        && attempt + 1 < sampler.options.attempts()
        && !(spelling().validity() instanceof Validity.Valid);
  }

  /** Kept, because a finished molecule is judged first and handed over then. */
  private Spelling spelling() {
    if (spelling == null) {
      spelling = Spelling.of(text(), sampler, validator);
    }
    return spelling;
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
    spelling = null;
    if (mask != null) {
      mask.append(id);
    }
  }

  /** Which molecule of its run it is. */
  public int index() {
    return index;
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

  /**
   * The SMILES of the tokens so far: what they spell in the notation of the model, maybe nothing.
   */
  public String smiles() {
    return sampler.model.notation() == Notation.SMILES ? text() : spelling().smiles();
  }

  /** The molecule as it stands: {@link StopReason#CANCELLED} unless it was drawn to its end. */
  public Sample finish() {
    Spelling spelling = spelling();
    return new Sample(
        index,
        text(),
        spelling.smiles(),
        spelling.validity(),
        attempt,
        steps.steps(),
        logProbability,
        stop);
  }
}
