package io.github.molweave.trainer.watch;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.modelfile.ModelFileReader;
import io.github.molweave.trainer.card.CardMarkdown;
import io.github.molweave.trainer.checkpoint.FileReplacement;
import io.github.molweave.trainer.checkpoint.RunFolder;
import io.github.molweave.trainer.checkpoint.SettingsJson;
import io.github.molweave.trainer.corpus.CorpusReport;
import io.github.molweave.trainer.corpus.CorpusReport.SourceCount;
import io.github.molweave.trainer.corpus.TrainingData;
import io.github.molweave.trainer.evaluation.EpochSamples;
import io.github.molweave.trainer.report.ReportPage;
import io.github.molweave.trainer.report.RunState;
import io.github.molweave.trainer.training.NetworkSettings;
import io.github.molweave.trainer.training.Training.Mode;
import io.github.molweave.trainer.training.TrainingEvent;
import io.github.molweave.trainer.training.TrainingEvent.CheckpointWritten;
import io.github.molweave.trainer.training.TrainingEvent.ModelWritten;
import io.github.molweave.trainer.training.TrainingEvent.Started;
import io.github.molweave.trainer.training.TrainingEvent.StepDone;
import io.github.molweave.trainer.training.TrainingListener;
import io.github.molweave.trainer.training.TrainingSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Watches one run and passes on what it hears: samples after epochs, {@code metrics.jsonl}, events
 * for TensorBoard, {@code report.html}, {@code model.md}. Nothing that fails here reaches the
 * training; it is told once for each file, and tried again.
 */
public final class RunWatch implements TrainingListener, AutoCloseable {
  private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(30);

  private final WatchSettings watching;
  private final TrainingSettings settings;
  private final CorpusReport corpus;
  private final RunFolder folder;
  private final Mode mode;
  private final TrainingListener next;
  private final Clock clock;
  private final Attempts attempts;
  private final RunJournal journal;
  private final SampleWatch samples;
  private final Standing standing;
  private Map<String, String> surroundings = Map.of();
  private ModelFile model;
  private Instant reported = Instant.MIN;

  /**
   * @param next hears everything first
   * @param talk takes sentences for the user
   * @param clock tells when a line was written and how long a step took
   */
  public RunWatch(
      WatchSettings watching,
      TrainingSettings settings,
      TrainingData data,
      RunFolder folder,
      Mode mode,
      TrainingListener next,
      Consumer<String> talk,
      Clock clock) {
    this.watching = watching;
    this.settings = settings;
    this.corpus = data.report();
    this.folder = folder;
    this.mode = mode;
    this.next = next;
    this.clock = clock;
    this.attempts = new Attempts(talk);
    this.journal = new RunJournal(folder, watching.logEvery(), clock, attempts);
    this.samples =
        new SampleWatch(data.training(), settings.maxLength(), watching.sampleCount(), talk);
    this.standing = new Standing(settings.epochs());
  }

  @Override
  public EpochSamples sample(int epoch, ModelFile current) {
    boolean now =
        watching.sampleEvery() > 0
            && (epoch % watching.sampleEvery() == 0 || epoch == settings.epochs());
    EpochSamples[] drawn = new EpochSamples[1];
    if (now) {
      attempts.of("Samples could not be drawn", () -> drawn[0] = samples.draw(current));
    }
    return drawn[0];
  }

  @Override
  public void on(TrainingEvent event) {
    next.on(event);
    standing.hear(event);
    if (event instanceof Started started) {
      begin(started);
    }
    journal.hear(event);
    if (event instanceof ModelWritten written) {
      model = written.model();
      attempts.of(
          folder.cardFile().getFileName() + " could not be written",
          () -> FileReplacement.write(folder.cardFile(), utf8(CardMarkdown.of(model))));
    }
    boolean due =
        event instanceof StepDone
            ? Duration.between(reported, clock.instant()).compareTo(BETWEEN_REPORTS) >= 0
            : event instanceof CheckpointWritten || standing.isOver();
    if (due || event instanceof Started) {
      report();
    }
  }

  private void begin(Started started) {
    surroundings = Surroundings.of(started.device());
    reported = clock.instant();
    if (mode == Mode.RESUMED) {
      journal.resume();
      if (Files.exists(folder.modelFile())) {
        attempts.of(
            folder.modelFile().getFileName() + " could not be read for the report",
            () -> model = ModelFileReader.read(Files.readAllBytes(folder.modelFile())));
      }
    } else {
      journal.begin();
    }
  }

  private void report() {
    reported = clock.instant();
    attempts.of(
        folder.reportFile().getFileName() + " could not be written",
        () -> FileReplacement.write(folder.reportFile(), utf8(ReportPage.of(state()))));
  }

  private RunState state() {
    Map<String, String> options = new LinkedHashMap<>();
    SettingsJson.of(settings)
        .entrySet()
        .forEach(entry -> options.put("--" + entry.getKey(), entry.getValue().getAsString()));
    return new RunState(
        title(),
        standing.words(),
        clock.instant(),
        journal.stepsPerEpoch(standing.stepsPerEpoch()),
        journal.lines(),
        samples.samples(),
        samples.sampleProperties(),
        samples.corpusProperties(),
        corpus,
        options,
        surroundings,
        model);
  }

  private String title() {
    NetworkSettings network = settings.network();
    return network.cell().id()
        + " of "
        + (network.layers() == 1 ? "" : network.layers() + " layers of ")
        + network.hidden()
        + " units on "
        + corpus.sources().stream().map(SourceCount::name).collect(Collectors.joining(", "));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Says in the report how the run ended; without another word when it ended by a fault. */
  @Override
  public void close() {
    if (standing.breaksOff()) {
      report();
    }
    journal.close();
  }
}
