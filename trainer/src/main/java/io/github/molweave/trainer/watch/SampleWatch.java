package io.github.molweave.trainer.watch;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.network.JvmKernel;
import io.github.molweave.network.LanguageModel;
import io.github.molweave.trainer.corpus.Corpus;
import io.github.molweave.trainer.evaluation.EpochSamples;
import io.github.molweave.trainer.evaluation.EpochSampling;
import io.github.molweave.trainer.evaluation.KnownConstitutions;
import io.github.molweave.trainer.report.Property;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * What the network writes, beside its corpus. The corpus is read when it is first needed: all of it
 * to tell what is new, a part to compare properties.
 */
final class SampleWatch {
  private static final int PROPERTY_MOLECULES = 2000;

  /** A corpus up to this is read before anyone wonders what takes so long. */
  private static final int SOON = 20_000;

  private final Corpus corpus;
  private final int maxLength;
  private final int count;
  private final Consumer<String> talk;
  private KnownConstitutions known;
  private Map<Property, double[]> corpusProperties = Map.of();
  private EpochSamples samples;
  private Map<Property, double[]> sampleProperties = Map.of();

  SampleWatch(Corpus corpus, int maxLength, int count, Consumer<String> talk) {
    this.corpus = corpus;
    this.maxLength = maxLength;
    this.count = count;
    this.talk = talk;
  }

  /** Draws from {@code model} and keeps what it drew. */
  EpochSamples draw(ModelFile model) {
    if (known == null) {
      if (corpus.size() > SOON) {
        talk.accept(
            String.format(
                Locale.ROOT,
                "Reading %,d training molecules, once, to tell which samples are new",
                corpus.size()));
      }
      known = KnownConstitutions.of(corpus.size(), corpus::smiles, more -> {});
      corpusProperties = Property.of(spread());
    }
    LanguageModel runs = LanguageModel.of(model, new JvmKernel());
    samples = EpochSampling.draw(runs, count, maxLength, known);
    sampleProperties = Property.of(samples.valid());
    return samples;
  }

  /** Of the last look, or null. */
  EpochSamples samples() {
    return samples;
  }

  Map<Property, double[]> sampleProperties() {
    return sampleProperties;
  }

  Map<Property, double[]> corpusProperties() {
    return corpusProperties;
  }

  /** Molecules from all over the corpus, at even distances. */
  private List<String> spread() {
    int some = Math.min(PROPERTY_MOLECULES, corpus.size());
    return IntStream.range(0, some)
        .mapToObj(i -> corpus.smiles((int) ((long) i * corpus.size() / some)))
        .toList();
  }
}
