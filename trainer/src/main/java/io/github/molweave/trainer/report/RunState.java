package io.github.molweave.trainer.report;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.trainer.corpus.CorpusReport;
import io.github.molweave.trainer.evaluation.EpochSamples;
import io.github.molweave.trainer.journal.JournalLine;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * All that a report tells of a run at one moment.
 *
 * @param title of the run; never a path
 * @param standing how far it is, in words
 * @param written when
 * @param stepsPerEpoch batches of an epoch, at least 1
 * @param lines the journal so far
 * @param samples of the last epoch, or null
 * @param sampleProperties of these samples, rising; empty when there are none
 * @param corpusProperties of some training molecules, rising; empty when not known yet
 * @param corpus what was read and dropped
 * @param settings of the run by option
 * @param environment what it runs on
 * @param model the best so far, for its card; or null
 */
public record RunState(
    String title,
    String standing,
    Instant written,
    int stepsPerEpoch,
    List<JournalLine> lines,
    EpochSamples samples,
    Map<Property, double[]> sampleProperties,
    Map<Property, double[]> corpusProperties,
    CorpusReport corpus,
    Map<String, String> settings,
    Map<String, String> environment,
    ModelFile model) {

  /** Copies the list. */
  public RunState {
    lines = List.copyOf(lines);
  }

  /** The lines of epochs. */
  List<JournalLine.Epoch> epochs() {
    return lines.stream()
        .filter(JournalLine.Epoch.class::isInstance)
        .map(JournalLine.Epoch.class::cast)
        .toList();
  }

  /** The lines of steps. */
  List<JournalLine.Step> steps() {
    return lines.stream()
        .filter(JournalLine.Step.class::isInstance)
        .map(JournalLine.Step.class::cast)
        .toList();
  }

  /** The last epoch of which samples were drawn, or null. */
  JournalLine.Epoch lastSampled() {
    JournalLine.Epoch last = null;
    for (JournalLine.Epoch epoch : epochs()) {
      last = epoch.samples() == null ? last : epoch;
    }
    return last;
  }
}
