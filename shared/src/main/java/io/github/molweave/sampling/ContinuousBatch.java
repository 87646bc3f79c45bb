package io.github.molweave.sampling;

import io.github.molweave.network.Streams;
import io.github.molweave.smiles.SmilesValidator;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws many molecules of one run side by side, so that the model reads its weights once for all of
 * them. A finished molecule leaves its place at once, and another index may take it:
 *
 * <pre>
 *   while (goOn()) {
 *     while (!batch.isFull() &amp;&amp; next &lt; count) batch.add(next++);
 *     if (batch.advance() &gt; 0) batch.takeFinished().forEach(this::show);
 *   }
 * </pre>
 *
 * <p>Determinism: a molecule is the same whatever else is in the batch. Molecules come as they
 * finish, which is the same order on every runtime.
 *
 * <p>Not for two threads at once; any number of batches may draw from one {@link Sampler}.
 */
public final class ContinuousBatch {
  private final Sampler sampler;
  private final Streams streams;
  private final int vocabularySize;
  private final SmilesValidator validator = new SmilesValidator();

  /** The molecules in the making: the first {@code active} places. */
  private final MoleculeDraw[] draws;

  private int active;

  /** [places, V]: the scores of each place, as the model gave them. */
  private final double[] logits;

  /** [V]: the scores of the place in hand. */
  private final double[] scores;

  private final int[] tokens;
  private List<Sample> finished = new ArrayList<>();

  /**
   * An empty batch.
   *
   * @param places how many molecules at most at the same time, 1..1024
   * @throws IllegalArgumentException when {@code places} is out of range
   */
  public ContinuousBatch(Sampler sampler, int places) {
    this.sampler = sampler;
    streams = sampler.model.streams(places);
    vocabularySize = sampler.model.vocabulary().size();
    draws = new MoleculeDraw[places];
    logits = new double[places * vocabularySize];
    scores = new double[vocabularySize];
    tokens = new int[places];
  }

  /** How many molecules are in the making. */
  public int active() {
    return active;
  }

  /** Whether every place is taken. */
  public boolean isFull() {
    return active == draws.length;
  }

  /**
   * Begins molecule {@code index}; nothing but the prefix is there yet.
   *
   * @param index 0..2^31-1
   * @throws IllegalArgumentException when {@code index} is negative
   * @throws IllegalStateException when every place is taken
   */
  public void add(int index) {
    if (index < 0) {
      throw new IllegalArgumentException("the molecule's index must not be negative: " + index);
    }
    if (isFull()) {
      throw new IllegalStateException("every place of the batch is taken");
    }
    draws[active] = new MoleculeDraw(sampler, index, validator);
    begin(active++);
  }

  private void begin(int place) {
    streams.restore(place, sampler.beginning.state);
    sampler.beginning.copyLogits(logits, place * vocabularySize);
  }

  /** The molecule at {@code place}, 0..{@link #active()}-1, as it stands until the next call. */
  public MoleculeDraw molecule(int place) {
    return draws[place];
  }

  /**
   * Draws one token of each molecule.
   *
   * @return how many molecules are finished and not taken yet
   * @throws ArithmeticException when the model's scores are not numbers; the batch is then of no
   *     further use
   */
  public int advance() {
    int place = 0;
    while (place < active) {
      switch (draw(place)) {
        case FEED -> {
          tokens[place] = draws[place].lastToken();
          place++;
        }
        case BEGIN_AGAIN -> begin(place);
        case FINISHED -> leave(place);
      }
    }
    if (active > 0) {
      streams.step(tokens, active, logits);
    }
    return finished.size();
  }

  private MoleculeDraw.Move draw(int place) {
    // In JavaScript arraycopy makes two views first, which takes longer than to copy so few.
    int from = place * vocabularySize;
    for (int token = 0; token < vocabularySize; token++) {
      scores[token] = logits[from + token];
    }
    return draws[place].draw(scores);
  }

  /** The molecule of the last place moves into the hole. */
  private void leave(int place) {
    finished.add(draws[place].finish());
    active--;
    if (place < active) {
      draws[place] = draws[active];
      streams.copy(active, place);
      System.arraycopy(
          logits, active * vocabularySize, logits, place * vocabularySize, vocabularySize);
    }
    draws[active] = null;
  }

  /** The molecules that finished since the last call, as they did. */
  public List<Sample> takeFinished() {
    List<Sample> taken = finished;
    finished = new ArrayList<>();
    return taken;
  }
}
