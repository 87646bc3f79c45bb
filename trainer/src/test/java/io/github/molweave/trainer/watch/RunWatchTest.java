package io.github.molweave.trainer.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.network.CellKind;
import io.github.molweave.tokens.Vocabulary;
import io.github.molweave.trainer.checkpoint.RunFolder;
import io.github.molweave.trainer.checkpoint.TrainedModel;
import io.github.molweave.trainer.corpus.Corpus;
import io.github.molweave.trainer.corpus.CorpusReport;
import io.github.molweave.trainer.corpus.CorpusReport.Part;
import io.github.molweave.trainer.corpus.CorpusReport.SourceCount;
import io.github.molweave.trainer.corpus.TrainingData;
import io.github.molweave.trainer.device.ParameterLayout;
import io.github.molweave.trainer.evaluation.EpochSamples;
import io.github.molweave.trainer.journal.JournalFile;
import io.github.molweave.trainer.journal.JournalLine;
import io.github.molweave.trainer.training.NetworkSettings;
import io.github.molweave.trainer.training.OptimiserSettings;
import io.github.molweave.trainer.training.Training.Mode;
import io.github.molweave.trainer.training.TrainingEvent;
import io.github.molweave.trainer.training.TrainingEvent.CheckpointWritten;
import io.github.molweave.trainer.training.TrainingEvent.EpochDone;
import io.github.molweave.trainer.training.TrainingEvent.ModelWritten;
import io.github.molweave.trainer.training.TrainingEvent.Position;
import io.github.molweave.trainer.training.TrainingEvent.Rank;
import io.github.molweave.trainer.training.TrainingEvent.Started;
import io.github.molweave.trainer.training.TrainingEvent.StepDone;
import io.github.molweave.trainer.training.TrainingSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run of two epochs of ten steps, told event by event. */
class RunWatchTest {
  private static final int EPOCHS = 2;
  private static final int BATCHES = 10;
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
  private static final TrainingSettings SETTINGS =
      new TrainingSettings(
          new NetworkSettings(CellKind.GRU_RESET_AFTER, 1, 4, 2, 0),
          new OptimiserSettings(0.01, OptionalInt.empty(), 1, 0),
          EPOCHS,
          0,
          8,
          9,
          5);

  @TempDir private Path temp;
  private final List<String> said = new ArrayList<>();
  private final List<TrainingEvent> heard = new ArrayList<>();

  private static TrainingData data() {
    Vocabulary vocabulary =
        new Vocabulary(List.of(Vocabulary.START, Vocabulary.END, "C", "O"), 0, 1, Vocabulary.NONE);
    CorpusReport report =
        new CorpusReport(
            List.of(new SourceCount("tiny.smi", Part.TRAINING, "00ff", 1)),
            Map.of(),
            List.of(),
            1,
            0);
    return new TrainingData(
        new Corpus(vocabulary, List.of(new int[] {2, 3})),
        new Corpus(vocabulary, List.of()),
        report);
  }

  private static ModelFile model() {
    Vocabulary vocabulary = data().training().vocabulary();
    ParameterLayout layout = new ParameterLayout(SETTINGS.architecture(vocabulary.size()));
    return TrainedModel.of(
        layout, layout.initialValues(3), vocabulary, Map.of("name", "made by a test"));
  }

  private RunWatch watch(RunFolder folder, Mode mode) {
    return new RunWatch(
        new WatchSettings(3, 1, 40), SETTINGS, data(), folder, mode, heard::add, said::add, CLOCK);
  }

  private static RunFolder folder(Path path) throws IOException {
    return new RunFolder(Files.createDirectories(path));
  }

  /** Tells steps {@code from}..{@code to} of the run (from 1), and epochs that end among them. */
  private static void tell(RunWatch watch, RunFolder folder, int from, int to) {
    int first = (from - 1) / BATCHES + 1;
    watch.on(new Started("a test", 100, first));
    for (int step = from; step <= to; step++) {
      int epoch = (step - 1) / BATCHES + 1;
      int batch = (step - 1) % BATCHES + 1;
      Position position = new Position(epoch, EPOCHS, batch, BATCHES);
      watch.on(new StepDone(position, 1.0 / step, 0.5, 0.01, 100));
      if (batch == BATCHES) {
        EpochSamples samples = watch.sample(epoch, model());
        watch.on(new EpochDone(epoch, 1.0 / epoch, 2.0 / epoch, Rank.BEST, step, samples));
        watch.on(new ModelWritten(model()));
        watch.on(new CheckpointWritten(folder.checkpointFile()));
      }
    }
  }

  @Test
  void writesJournalReportAndCard() throws IOException {
    RunFolder folder = folder(temp.resolve("run"));
    try (RunWatch watch = watch(folder, Mode.NEW)) {
      tell(watch, folder, 1, 20);
    }
    assertEquals(List.of(), said);
    List<String> lines = Files.readAllLines(folder.metricsFile());
    // Steps 1, 3, 6, ... 18, and two epochs.
    assertEquals(9, lines.size());
    assertTrue(lines.get(8).contains("\"samples\":{\"validity\":{\"count\":"), lines.get(8));
    String report = Files.readString(folder.reportFile());
    assertTrue(report.contains("Finished after 2 epochs."), report);
    assertTrue(report.contains("made by a test"), report);
    assertFalse(report.contains(temp.toString()), "no paths");
    assertFalse(report.contains(System.getProperty("user.dir")), "no paths");
    assertTrue(Files.readString(folder.cardFile()).startsWith("# made by a test\n"));
    assertTrue(Files.size(folder.eventsFile()) > 9 * 20);
    assertEquals(1 + 20 + 3 * 2, heard.size());
  }

  @Test
  void tokensPerSecondLeaveOutTheTimeBetweenEpochs() throws IOException {
    RunFolder folder = folder(temp.resolve("run"));
    Instant[] now = {Instant.EPOCH};
    Clock clock =
        new Clock() {
          @Override
          public Instant instant() {
            return now[0];
          }

          @Override
          public ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }
        };
    try (RunWatch watch =
        new RunWatch(
            new WatchSettings(3, 0, 1),
            SETTINGS,
            data(),
            folder,
            Mode.NEW,
            heard::add,
            said::add,
            clock)) {
      watch.on(new Started("a test", 100, 1));
      for (int step = 1; step <= 20; step++) {
        int epoch = (step - 1) / BATCHES + 1;
        Position position = new Position(epoch, EPOCHS, (step - 1) % BATCHES + 1, BATCHES);
        // Two seconds and 100 tokens a step, an hour at the end of the first epoch.
        now[0] = now[0].plusSeconds(2);
        watch.on(new StepDone(position, 1, 0.5, 0.01, 100));
        if (step == BATCHES) {
          watch.on(new EpochDone(epoch, 1, 2, Rank.BEST, step, null));
          now[0] = now[0].plusSeconds(3600);
        }
      }
    }
    List<Double> rates =
        JournalFile.read(folder.metricsFile()).stream()
            .filter(JournalLine.Step.class::isInstance)
            .map(line -> ((JournalLine.Step) line).tokensPerSecond())
            .toList();
    // Steps 1, 3, 6, 9, 12, 15, 18: nothing is known at the first, which begins the count.
    assertEquals(List.of(Double.NaN, 50.0, 50.0, 50.0, 50.0, 50.0, 50.0), rates);
  }

  @Test
  void aResumedRunHasTheFilesOfOneThatNeverStopped() throws IOException {
    RunFolder whole = folder(temp.resolve("whole"));
    try (RunWatch watch = watch(whole, Mode.NEW)) {
      tell(watch, whole, 1, 20);
    }
    // Killed after step 'end', gone on from the checkpoint after step 'checkpoint'.
    for (int[] stop : new int[][] {{20, 0}, {19, 10}, {10, 7}, {14, 14}, {2, 0}, {10, 9}}) {
      RunFolder folder = folder(temp.resolve("stopped" + stop[0] + "-" + stop[1]));
      tell(watch(folder, Mode.NEW), folder, 1, stop[0]);
      Files.writeString(
          folder.metricsFile(),
          Files.readString(folder.metricsFile()) + "{\"kind\":\"step\",\"step\":99");
      try (RunWatch watch = watch(folder, Mode.RESUMED)) {
        tell(watch, folder, stop[1] + 1, 20);
      }
      assertEquals(
          Files.readString(whole.metricsFile()),
          Files.readString(folder.metricsFile()),
          "killed after " + stop[0] + ", gone on after " + stop[1]);
      assertEquals(-1, Files.mismatch(whole.eventsFile(), folder.eventsFile()));
      assertEquals(-1, Files.mismatch(whole.reportFile(), folder.reportFile()));
    }
  }

  @Test
  void whatCannotBeWrittenIsToldOnceAndStopsNothing() throws IOException {
    RunFolder folder = folder(temp.resolve("run"));
    for (Path file :
        List.of(
            folder.metricsFile(), folder.eventsFile(), folder.reportFile(), folder.cardFile())) {
      Files.createDirectories(file.resolve("in the way"));
    }
    try (RunWatch watch = watch(folder, Mode.NEW)) {
      tell(watch, folder, 1, 20);
    }
    assertEquals(1 + 20 + 3 * 2, heard.size());
    assertEquals(4, said.size(), said.toString());
    assertTrue(said.stream().allMatch(words -> words.endsWith("The training goes on.")));
  }

  @Test
  void aFolderThatIsGoneForAWhileLosesNothing() throws IOException {
    RunFolder folder = folder(temp.resolve("run"));
    Path away = temp.resolve("away");
    try (RunWatch watch = watch(folder, Mode.NEW)) {
      tell(watch, folder, 1, 5);
      Files.move(folder.folder(), away);
      watch.on(new StepDone(new Position(1, EPOCHS, 6, BATCHES), 0.5, 0.5, 0.01, 100));
      Files.move(away, folder.folder());
    }
    assertEquals(3, Files.readAllLines(folder.metricsFile()).size());
  }

  @Test
  void theReportSaysThatARunBrokeOff() throws IOException {
    RunFolder folder = folder(temp.resolve("run"));
    try (RunWatch watch = watch(folder, Mode.NEW)) {
      tell(watch, folder, 1, 5);
    }
    String report = Files.readString(folder.reportFile());
    assertTrue(
        report.contains("Broken off, epoch 1 of 2, batch 5 of 10. --resume goes on"), report);
  }

  @Test
  void aRunThatNeverBeganLeavesNoTrace() throws IOException {
    RunFolder folder = folder(temp.resolve("run"));
    watch(folder, Mode.NEW).close();
    assertEquals(0, folder.folder().toFile().list().length);
  }

  @Test
  void drawsWhenItIsTimeAndAfterTheLastEpoch() throws IOException {
    RunWatch watch =
        new RunWatch(
            new WatchSettings(3, 5, 7),
            SETTINGS,
            data(),
            folder(temp),
            Mode.NEW,
            heard::add,
            said::add,
            CLOCK);
    assertEquals(null, watch.sample(1, model()));
    assertEquals(7, watch.sample(EPOCHS, model()).drawn());
  }
}
