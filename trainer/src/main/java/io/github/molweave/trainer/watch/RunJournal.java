package io.github.molweave.trainer.watch;

import io.github.molweave.trainer.checkpoint.RunFolder;
import io.github.molweave.trainer.journal.JournalFile;
import io.github.molweave.trainer.journal.JournalLine;
import io.github.molweave.trainer.journal.JournalLine.Samples;
import io.github.molweave.trainer.training.TrainingEvent;
import io.github.molweave.trainer.training.TrainingEvent.EpochDone;
import io.github.molweave.trainer.training.TrainingEvent.Rank;
import io.github.molweave.trainer.training.TrainingEvent.StartMeasured;
import io.github.molweave.trainer.training.TrainingEvent.StepDone;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Makes lines of events and puts them into both files. Of a resumed run, lines beyond the step that
 * it goes on from are cut away with its first step, so that nothing stands twice.
 */
final class RunJournal {
  private static final double MILLIS = 1000;

  private final Path metricsFile;
  private final Map<Path, JournalFile> files;
  private final int every;
  private final Clock clock;
  private final Attempts attempts;

  /** Nothing is written before the run begins, nor over figures that could not be read. */
  private boolean open;

  private boolean goesOn;

  /** Since when tokens are counted; null between epochs. */
  private Instant since;

  private long tokens;

  RunJournal(RunFolder folder, int every, Clock clock, Attempts attempts) {
    this.metricsFile = folder.metricsFile();
    this.files =
        Map.of(
            metricsFile,
            JournalFile.jsonLines(metricsFile),
            folder.eventsFile(),
            JournalFile.tensorBoard(folder.eventsFile()));
    this.every = every;
    this.clock = clock;
    this.attempts = attempts;
  }

  /** A new run: what an earlier one left goes. */
  void begin() {
    open = true;
    write(file -> file.begin(List.of()));
  }

  /** The run goes on: what stands in {@code metrics.jsonl} comes first. */
  void resume() {
    attempts.of(
        metricsFile.getFileName() + " could not be read",
        () -> {
          List<JournalLine> earlier = JournalFile.read(metricsFile);
          open = true;
          goesOn = true;
          write(file -> file.begin(earlier));
        });
  }

  /** The lines so far. */
  List<JournalLine> lines() {
    return files.get(metricsFile).lines();
  }

  /** Batches of an epoch as the last epoch counted them, or {@code other} before there is one. */
  int stepsPerEpoch(int other) {
    int steps = other;
    for (JournalLine line : lines()) {
      if (line instanceof JournalLine.Epoch epoch && epoch.epoch() > 0) {
        steps = (int) Math.max(1, epoch.step() / epoch.epoch());
      }
    }
    return steps;
  }

  void hear(TrainingEvent event) {
    if (event instanceof StartMeasured start) {
      add(
          new JournalLine.Epoch(
              clock.instant(), 0, 0, Double.NaN, start.validationNll(), true, null));
    } else if (event instanceof StepDone done) {
      long step =
          (done.position().epoch() - 1L) * done.position().batches() + done.position().batch();
      cutOnce(line -> line.step() < step);
      step(done, step);
    } else if (event instanceof EpochDone done) {
      cutOnce(
          line ->
              line.step() < done.steps()
                  || (line instanceof JournalLine.Step && line.step() == done.steps()));
      since = null;
      add(
          new JournalLine.Epoch(
              clock.instant(),
              done.steps(),
              done.epoch(),
              done.trainingNll(),
              done.validationNll(),
              done.rank() == Rank.BEST,
              done.samples() == null ? null : Samples.of(done.samples())));
    }
  }

  private void cutOnce(Predicate<JournalLine> wanted) {
    if (goesOn) {
      goesOn = false;
      write(file -> file.keep(wanted));
    }
  }

  private void step(StepDone done, long step) {
    Instant now = clock.instant();
    double rate = Double.NaN;
    if (since == null) {
      since = now;
      tokens = 0;
    } else {
      tokens += done.tokens();
      double seconds = Duration.between(since, now).toMillis() / MILLIS;
      rate = seconds > 0 ? tokens / seconds : Double.NaN;
    }
    if (step == 1 || step % every == 0) {
      since = now;
      tokens = 0;
      add(
          new JournalLine.Step(
              now,
              step,
              done.position().epoch(),
              done.nllPerToken(),
              done.gradientNorm(),
              done.learningRate(),
              rate));
    }
  }

  private void add(JournalLine line) {
    write(file -> file.add(line));
  }

  /** Writes what is still owed to a file that could not be written for a while. */
  void close() {
    write(JournalFile::flush);
  }

  /** What is done to a file. */
  @FunctionalInterface
  private interface Change {
    /** Does it. */
    void to(JournalFile file) throws Exception;
  }

  private void write(Change change) {
    if (!open) {
      return;
    }
    files.forEach(
        (path, file) ->
            attempts.of(path.getFileName() + " could not be written", () -> change.to(file)));
  }
}
