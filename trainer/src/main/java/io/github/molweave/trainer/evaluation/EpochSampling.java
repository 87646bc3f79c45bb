package io.github.molweave.trainer.evaluation;

import io.github.molweave.network.LanguageModel;
import io.github.molweave.sampling.Sample;
import io.github.molweave.sampling.Sampler;
import io.github.molweave.sampling.SamplingOptions;
import io.github.molweave.sampling.StopReason;
import io.github.molweave.sampling.ValidityMode;
import io.github.molweave.smiles.Validity;
import io.github.molweave.tokens.Vocabulary;
import io.github.molweave.trainer.evaluation.EpochSamples.Failure;
import io.github.molweave.trainer.sampling.ParallelSampling;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Draws molecules as the page would: seed 0, T = 1, nothing cut, by the inference core. A text that
 * reaches the maximum length without the END that its model knows counts as no molecule.
 *
 * <p>Determinism: equal models give equal samples. Nothing of the training's random state is used.
 */
public final class EpochSampling {
  private EpochSampling() {}

  /**
   * Draws molecules 0..{@code count}-1.
   *
   * @param maxLength most tokens of a molecule, END not counted
   * @param known the constitutions of the training molecules
   * @throws IllegalStateException when this thread is interrupted, or a molecule cannot be drawn
   */
  public static EpochSamples draw(
      LanguageModel model, int count, int maxLength, KnownConstitutions known) {
    SamplingOptions options =
        SamplingOptions.defaults().withValidity(ValidityMode.OFF).withMaxLength(maxLength);
    Sampler sampler = new Sampler(model, options);
    boolean endless = model.vocabulary().end() == Vocabulary.NONE;
    List<String> valid = new ArrayList<>();
    List<Failure> failures = new ArrayList<>();
    ParallelSampling.Sink<RuntimeException> sink =
        sample -> {
          String fault = fault(sample, endless);
          if (fault == null) {
            valid.add(sample.smiles());
          } else if (failures.size() < EpochSamples.FAILURES) {
            failures.add(new Failure(sample.text(), fault));
          }
        };
    int threads = Runtime.getRuntime().availableProcessors();
    if (ParallelSampling.draw(sampler, count, threads, () -> false, sink) < count) {
      throw new IllegalStateException("interrupted");
    }
    Set<String> different = new HashSet<>();
    valid.parallelStream()
        .map(KnownConstitutions::keyOf)
        .filter(Objects::nonNull)
        .forEachOrdered(different::add);
    int seen = (int) different.stream().filter(known::contains).count();
    return new EpochSamples(count, valid, different.size(), seen, failures);
  }

  /** Why {@code sample} is no molecule, in words; null when it is one. */
  static String fault(Sample sample, boolean endless) {
    if (!endless && sample.stop() != StopReason.END_TOKEN) {
      return "no end within the longest length";
    }
    return sample.validity() instanceof Validity.Invalid invalid ? invalid.message() : null;
  }
}
