package io.github.molweave.trainer.training;

import io.github.molweave.tokens.Notation;
import io.github.molweave.trainer.card.CardField;
import io.github.molweave.trainer.card.CorpusWords;
import io.github.molweave.trainer.card.RawSampleWords;
import io.github.molweave.trainer.checkpoint.Checkpoint.EpochResult;
import io.github.molweave.trainer.checkpoint.Checkpoint.Progress;
import io.github.molweave.trainer.checkpoint.Origin;
import io.github.molweave.trainer.checkpoint.RunIdentity;
import io.github.molweave.trainer.corpus.Corpus;
import io.github.molweave.trainer.corpus.CorpusReport;
import io.github.molweave.trainer.corpus.TrainingData;
import io.github.molweave.trainer.evaluation.EpochSamples;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The part of the model card that a run knows: corpus, settings, results. Facts only; no path, no
 * user, no molecule of the corpus (among texts that are no molecules, its network's own).
 */
final class TrainingCard {
  private static final String NOT_MEASURED = "not measured";
  private static final String NOT_LEARNT =
      "none: these are the weights that the run began from, and no epoch was better";
  private static final int FAILURES = 3;

  private final RunIdentity identity;
  private final TrainingSettings settings;
  private final TrainingData data;
  private final String device;

  /**
   * @param device what does the arithmetic
   */
  TrainingCard(RunIdentity identity, TrainingData data, String device) {
    this.identity = identity;
    this.settings = identity.settings();
    this.data = data;
    this.device = device;
  }

  /**
   * The card after the last finished epoch, or of the model that the run began from before there is
   * one.
   *
   * @param samples drawn after it, or null
   * @param cost of its quantisation, or null
   */
  Map<String, String> of(
      Progress progress, int parameters, EpochSamples samples, QuantisationCost cost) {
    Map<CardField, String> card = new EnumMap<>(CardField.class);
    card.put(
        CardField.INTENDED_USE,
        "Teaching, and research on how networks learn to write molecules of the kind of its"
            + " corpus.");
    card.put(
        CardField.OUT_OF_SCOPE,
        "Decisions about real substances. The molecules are dreamed, not made: no claim on"
            + " stability, toxicity or synthesis.");
    card.put(CardField.LICENCE, CorpusWords.NOT_STATED);
    corpus(card);
    network(card, parameters);
    card.put(CardField.EPOCHS_DONE, Integer.toString(progress.epoch()));
    quality(card, last(progress), samples, cost);
    card.put(CardField.LIMITS, limits());
    Map<String, String> texts = new LinkedHashMap<>();
    card.forEach((field, text) -> texts.put(field.id(), text));
    return texts;
  }

  private static EpochResult last(Progress progress) {
    List<EpochResult> history = progress.history();
    return history.isEmpty()
        ? new EpochResult(Double.NaN, progress.startingNll())
        : history.get(history.size() - 1);
  }

  private void corpus(Map<CardField, String> card) {
    CorpusReport report = data.report();
    card.put(CardField.CORPUS, CorpusWords.sources(report));
    card.put(CardField.CORPUS_LICENCE, CorpusWords.terms(report));
    String leftOut =
        report.dropped().entrySet().stream()
            .map(dropped -> dropped.getValue() + " " + dropped.getKey().words())
            .collect(Collectors.joining("; "));
    card.put(CardField.LEFT_OUT, leftOut.isEmpty() ? "nothing" : leftOut);
    card.put(CardField.TRAINING_MOLECULES, Integer.toString(report.training()));
    card.put(CardField.VALIDATION_MOLECULES, Integer.toString(report.validation()));
  }

  private void network(Map<CardField, String> card, int parameters) {
    Corpus corpus = data.training();
    card.put(
        CardField.TOKENS,
        corpus.vocabulary().size()
            + " of "
            + corpus.notation().id()
            + ", tokenizer version "
            + Notation.TOKENIZER_VERSION);
    card.put(CardField.PARAMETERS, Integer.toString(parameters));
    identity.origin().ifPresent(origin -> card.put(CardField.BEGAN_FROM, describe(origin)));
    card.put(CardField.TRAINING_SETTINGS, describe(settings));
    card.put(CardField.SEED, Long.toString(settings.seed()));
    card.put(CardField.TRAINED_ON, device + "; Java " + Runtime.version().feature());
  }

  private void quality(
      Map<CardField, String> card, EpochResult last, EpochSamples samples, QuantisationCost cost) {
    card.put(
        CardField.TRAINING_NLL,
        Double.isNaN(last.trainingNll()) ? NOT_LEARNT : Double.toString(last.trainingNll()));
    card.put(
        CardField.VALIDATION_NLL,
        data.validation().size() == 0 ? NOT_MEASURED : Double.toString(last.validationNll()));
    card.put(CardField.QUANTISATION_COST, cost == null ? NOT_MEASURED : describe(cost));
    card.put(CardField.RAW_SAMPLES, samples == null ? NOT_MEASURED : RawSampleWords.of(samples));
    if (samples != null && !samples.failures().isEmpty()) {
      card.put(
          CardField.FAILURES,
          samples.failures().stream()
              .limit(FAILURES)
              .map(failure -> failure.text() + " (" + failure.reason() + ")")
              .collect(Collectors.joining("\n")));
    }
  }

  private static String describe(QuantisationCost cost) {
    return String.format(
        Locale.ROOT,
        "%.5f nats per token as it runs, %.5f in full precision (%+.3f %%), on %d held-out"
            + " molecules",
        cost.asItRuns(),
        cost.onDevice(),
        100 * (cost.asItRuns() / cost.onDevice() - 1),
        cost.molecules());
  }

  private String limits() {
    return "Writes nothing but the tokens of its corpus, and learnt no molecule of more than "
        + settings.maxLength()
        + " tokens. Figures are of this network on this corpus and hold for no other.";
  }

  private static String describe(Origin origin) {
    return "model "
        + origin.modelId()
        + (origin.corpus().isEmpty() ? "" : ", which was trained on " + origin.corpus())
        + (origin.addedTokens().isEmpty()
            ? ""
            : "; tokens added: " + String.join(" ", origin.addedTokens()));
  }

  private static String describe(TrainingSettings settings) {
    NetworkSettings network = settings.network();
    OptimiserSettings optimiser = settings.optimiser();
    return network.cell().id()
        + ", "
        + network.layers()
        + (network.layers() == 1 ? " layer of " : " layers of ")
        + network.hidden()
        + " units, embedding "
        + network.embedding()
        + ", dropout "
        + network.dropout()
        + ", at most "
        + settings.epochs()
        + " epochs, batch "
        + settings.batchSize()
        + ", Adam with learning rate "
        + optimiser.learningRate()
        + " (linear rise"
        + (optimiser.warmup().isPresent() ? " over " + optimiser.warmup().getAsInt() : "")
        + ", cosine decay), weight decay "
        + optimiser.weightDecay()
        + ", clipping at norm "
        + optimiser.clipNorm()
        + ", at most "
        + settings.maxLength()
        + " tokens";
  }
}
