package io.github.molweave.trainer.training;

import io.github.molweave.trainer.checkpoint.Checkpoint.EpochResult;
import io.github.molweave.trainer.checkpoint.Origin;
import io.github.molweave.trainer.checkpoint.RunIdentity;
import io.github.molweave.trainer.corpus.CorpusReport.Part;
import io.github.molweave.trainer.corpus.CorpusReport.SourceCount;
import io.github.molweave.trainer.corpus.TrainingData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The part of the model card that a run knows: corpus, settings, results. Facts only; no path, no
 * user, no molecule.
 */
final class TrainingCard {
  private TrainingCard() {}

  static Map<String, String> of(
      RunIdentity identity, TrainingData data, List<EpochResult> history, int parameters) {
    Map<String, String> card = new LinkedHashMap<>();
    StringBuilder corpus = new StringBuilder();
    for (SourceCount source : data.report().sources()) {
      if (corpus.length() > 0) {
        corpus.append("; ");
      }
      corpus.append(source.name()).append(source.part() == Part.TRAINING ? "" : " (validation)");
      corpus.append(", ").append(source.read()).append(" lines, SHA-256 ").append(source.sha256());
    }
    card.put("corpus", corpus.toString());
    card.put("training molecules", Integer.toString(data.report().training()));
    card.put("validation molecules", Integer.toString(data.report().validation()));
    card.put("parameters", Integer.toString(parameters));
    identity.origin().ifPresent(origin -> card.put("began from", describe(origin)));
    TrainingSettings settings = identity.settings();
    card.put("training settings", describe(settings));
    card.put("seed", Long.toString(settings.seed()));
    EpochResult last = history.get(history.size() - 1);
    card.put("epochs done", Integer.toString(history.size()));
    card.put("training NLL per token (nats)", Double.toString(last.trainingNll()));
    card.put("validation NLL per token (nats)", Double.toString(last.validationNll()));
    return card;
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
