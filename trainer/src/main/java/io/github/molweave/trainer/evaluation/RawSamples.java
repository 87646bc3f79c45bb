package io.github.molweave.trainer.evaluation;

import io.github.molweave.network.LanguageModel;
import io.github.molweave.sampling.Sampler;
import io.github.molweave.sampling.SamplingOptions;
import io.github.molweave.sampling.ValidityMode;
import io.github.molweave.tokens.Vocabulary;
import io.github.molweave.trainer.sampling.ParallelSampling;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * What a model writes when nothing helps it: T = 1, nothing cut, nothing redrawn. Molecules that
 * reach the maximum length without the END that their model knows count as invalid.
 *
 * @param samples how many were drawn
 * @param valid how many are molecules ({@code Sample.isValid})
 * @param distinct how many different SMILES the valid ones are
 * @param recited how many of the valid ones' SMILES stand, letter by letter, in the training
 *     molecules
 */
public record RawSamples(int samples, int valid, int distinct, int recited) {

  /**
   * Draws molecules 0..{@code samples}-1 of the run that {@code options} describe, whatever they
   * say of validity, and reads them.
   *
   * @param training the training molecules as written; empty when recitation is not asked for
   * @param done told how many molecules more are done
   * @throws IllegalStateException when this thread is interrupted, or a molecule cannot be drawn
   */
  public static RawSamples of(
      LanguageModel model,
      SamplingOptions options,
      int samples,
      Set<String> training,
      IntConsumer done) {
    Sampler sampler = new Sampler(model, options.withValidity(ValidityMode.OFF));
    boolean endless = model.vocabulary().end() == Vocabulary.NONE;
    List<String> molecules = new ArrayList<>();
    ParallelSampling.Sink<RuntimeException> sink =
        sample -> {
          if (EpochSampling.fault(sample, endless) == null) {
            molecules.add(sample.smiles());
          }
          done.accept(1);
        };
    int threads = Runtime.getRuntime().availableProcessors();
    if (ParallelSampling.draw(sampler, samples, threads, () -> false, sink) < samples) {
      throw new IllegalStateException("interrupted");
    }
    int recited = (int) molecules.stream().filter(training::contains).count();
    return new RawSamples(samples, molecules.size(), new HashSet<>(molecules).size(), recited);
  }

  /** The valid part of the samples, 0..1. */
  public double validity() {
    return (double) valid / samples;
  }
}
