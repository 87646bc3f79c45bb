package io.github.molweave.trainer.training;

import io.github.molweave.trainer.checkpoint.Checkpoint.EpochResult;
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
      TrainingSettings settings, TrainingData data, List<EpochResult> history, int parameters) {
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
    card.put(
        "training settings",
        settings.cell().id()
            + ", "
            + settings.layers()
            + (settings.layers() == 1 ? " layer of " : " layers of ")
            + settings.hidden()
            + " units, embedding "
            + settings.embedding()
            + ", "
            + settings.epochs()
            + " epochs, batch "
            + settings.batchSize()
            + ", Adam with learning rate "
            + settings.learningRate()
            + " (linear rise, cosine decay), clipping at norm "
            + settings.clipNorm()
            + ", at most "
            + settings.maxLength()
            + " tokens");
    card.put("seed", Long.toString(settings.seed()));
    EpochResult last = history.get(history.size() - 1);
    card.put("epochs done", Integer.toString(history.size()));
    card.put("training NLL per token (nats)", Double.toString(last.trainingNll()));
    card.put("validation NLL per token (nats)", Double.toString(last.validationNll()));
    return card;
  }
}
