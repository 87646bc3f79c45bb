package io.github.molweave.sampling;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.network.LanguageModel;
import io.github.molweave.random.CounterNoise;
import io.github.molweave.random.Purpose;
import io.github.molweave.selfies.Selfies;
import io.github.molweave.selfies.SelfiesDecoder;
import io.github.molweave.tokens.TokenIds;
import io.github.molweave.tokens.Vocabulary;

/**
 * Draws the molecules of one run. Molecule {@code index} depends on the model, the options and the
 * index alone: not on what else is drawn, in which order or by how many threads. Immutable; may be
 * shared.
 *
 * <p>Determinism: the same molecules, to the character and to the bit of every number, on every
 * runtime.
 */
public final class Sampler {
  final LanguageModel model;
  final SamplingOptions options;
  final SelfiesDecoder selfies;
  final Beginning beginning;
  final CounterNoise tokenNoise;
  private final CounterNoise lengthNoise;

  /**
   * Prepares a run: START and the prefix are fed once, here.
   *
   * @throws IllegalArgumentException when the prefix is longer than the maximum length, the model
   *     can draw nothing or never stop, or no valid molecule can be had where a mask is asked for
   * @throws io.github.molweave.tokens.UnknownTokenException when the model lacks a token of the
   *     prefix
   */
  public Sampler(LanguageModel model, SamplingOptions options) {
    this(model, options, Selfies::decode);
  }

  /** Prepares a run whose SELFIES, should the model write them, {@code selfies} reads. */
  public Sampler(LanguageModel model, SamplingOptions options, SelfiesDecoder selfies) {
    this.model = model;
    this.options = options;
    this.selfies = selfies;
    if (model.vocabulary().end() == Vocabulary.NONE && model.lengths() == null) {
      throw new IllegalArgumentException(
          "the model has neither an END token nor a range of lengths: its molecules never end");
    }
    int[] prefix = TokenIds.encode(model.vocabulary(), model.notation(), options.prefix());
    if (prefix.length > options.maxLength()) {
      throw new IllegalArgumentException(
          "prefix has "
              + prefix.length
              + " tokens, more than the maximum length of "
              + options.maxLength());
    }
    beginning = new Beginning(model, prefix, options);
    tokenNoise = new CounterNoise(options.seed(), Purpose.TOKEN);
    lengthNoise = new CounterNoise(options.seed(), Purpose.LENGTH);
  }

  /**
   * Draws molecule {@code index} to its end, alone. Many are drawn sooner side by side: {@link
   * ContinuousBatch}.
   *
   * @param index 0..2^31-1
   * @throws IllegalArgumentException when {@code index} is negative
   * @throws ArithmeticException when the model's scores are not numbers
   */
  public Sample sample(int index) {
    ContinuousBatch batch = new ContinuousBatch(this, 1);
    batch.add(index);
    while (batch.advance() == 0) {
      // Each call draws one token.
    }
    return batch.takeFinished().get(0);
  }

  /** How many tokens molecule {@code index} may have at this attempt. */
  int lengthLimit(int index, int attempt) {
    if (model.vocabulary().end() != Vocabulary.NONE) {
      return options.maxLength();
    }
    ModelFile.LengthRange range = model.lengths();
    double choices = (double) range.longest() - range.shortest() + 1;
    double above = Math.floor(lengthNoise.uniform(index, attempt, 0, 0) * choices);
    return (int) Math.min(range.shortest() + above, options.maxLength());
  }
}
