package io.github.molweave.trainer.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.modelfile.ModelFileReader;
import io.github.molweave.network.CellKind;
import io.github.molweave.tokens.Vocabulary;
import io.github.molweave.trainer.card.CardMarkdown;
import io.github.molweave.trainer.checkpoint.CheckpointException;
import io.github.molweave.trainer.checkpoint.CheckpointException.Problem;
import io.github.molweave.trainer.checkpoint.CheckpointPlan;
import io.github.molweave.trainer.checkpoint.CheckpointPlan.Steps;
import io.github.molweave.trainer.checkpoint.RunFolder;
import io.github.molweave.trainer.checkpoint.RunLock;
import io.github.molweave.trainer.corpus.Corpus;
import io.github.molweave.trainer.corpus.CorpusReport;
import io.github.molweave.trainer.corpus.CorpusReport.Part;
import io.github.molweave.trainer.corpus.CorpusReport.SourceCount;
import io.github.molweave.trainer.corpus.Provenance;
import io.github.molweave.trainer.corpus.TrainingData;
import io.github.molweave.trainer.device.DeviceException;
import io.github.molweave.trainer.device.DeviceFailure;
import io.github.molweave.trainer.device.StepSettings;
import io.github.molweave.trainer.network.NativeLibrary;
import io.github.molweave.trainer.network.Nd4jDevice;
import io.github.molweave.trainer.network.Nd4jDevice.NumberType;
import io.github.molweave.trainer.training.Training.Beginning;
import io.github.molweave.trainer.training.Training.Outcome;
import io.github.molweave.trainer.training.TrainingEvent.EndedEarly;
import io.github.molweave.trainer.training.TrainingEvent.EpochDone;
import io.github.molweave.trainer.training.TrainingEvent.FellBack;
import io.github.molweave.trainer.training.TrainingEvent.StepDone;
import io.github.molweave.trainer.training.TrainingEvent.WriteFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs on a corpus of forty tiny molecules, with the real device and real files. */
class TrainingTest {
  private static final Provenance PUBLIC =
      new Provenance("tiny", "https://example.org/tiny.smi", "MD5 01", "Free to use.");
  private static final TrainingSettings SETTINGS = settings(0.02);

  @TempDir Path temp;
  private final List<TrainingEvent> events = new ArrayList<>();

  @BeforeAll
  static void chooseNative() {
    NativeLibrary.choose();
  }

  @Test
  void aResumedRunEndsInTheSameBits() throws Exception {
    RunFolder whole = new RunFolder(temp.resolve("whole"));
    assertEquals(Outcome.FINISHED, run(whole, SETTINGS, Beginning.FRESH, () -> false));
    byte[] expected = Files.readAllBytes(whole.modelFile());

    for (int stopAfter : new int[] {1, 4, 5, 7, 13, 19}) {
      RunFolder stopped = new RunFolder(temp.resolve("stopped" + stopAfter));
      int[] steps = {0};
      assertEquals(
          Outcome.STOPPED, run(stopped, SETTINGS, Beginning.FRESH, () -> steps[0]++ == stopAfter));
      assertEquals(Outcome.FINISHED, run(stopped, SETTINGS, Beginning.RESUME, () -> false));
      assertArrayEquals(
          whole.recover().checkpoint().network().parameters(),
          stopped.recover().checkpoint().network().parameters(),
          "stopped after " + stopAfter);
      assertArrayEquals(expected, Files.readAllBytes(stopped.modelFile()));
    }
  }

  @Test
  void theModelFileHoldsTheWeightsOfTheBestEpochAndItsCardTheFacts() throws Exception {
    RunFolder folder = new RunFolder(temp.resolve("run"));
    run(folder, SETTINGS, Beginning.FRESH, () -> false);
    List<EpochDone> epochs =
        events.stream().filter(EpochDone.class::isInstance).map(EpochDone.class::cast).toList();
    assertEquals(4, epochs.size());
    assertTrue(epochs.get(3).trainingNll() < epochs.get(0).trainingNll());
    double best = epochs.stream().mapToDouble(EpochDone::validationNll).min().orElseThrow();
    ModelFile model = ModelFileReader.read(Files.readAllBytes(folder.modelFile()));
    assertEquals(Double.toString(best), model.card().get("validation NLL per token (nats)"));
    assertEquals("40", model.card().get("training molecules"));
    assertEquals(
        "tiny: tiny.smi, 40 lines, SHA-256 00, from https://example.org/tiny.smi by its MD5 01",
        model.card().get("corpus"));
    assertEquals("tiny: Free to use.", model.card().get("corpus licence"));
    String markdown = CardMarkdown.of(model);
    assertTrue(markdown.contains("from <https://example.org/tiny.smi> by its MD5 01"), markdown);
    assertTrue(markdown.contains("- **corpus licence**: tiny: Free to use."), markdown);
    assertFalse(model.card().toString().contains(temp.toString()));
  }

  @Test
  void anOccupiedFolderIsNotOverwritten() throws Exception {
    RunFolder folder = new RunFolder(temp.resolve("run"));
    run(folder, SETTINGS, Beginning.FRESH, () -> false);
    byte[] before = Files.readAllBytes(folder.checkpointFile());
    assertProblem(Problem.OCCUPIED, folder, SETTINGS, Beginning.FRESH);
    assertArrayEquals(before, Files.readAllBytes(folder.checkpointFile()));
  }

  @Test
  void resumingNeedsACheckpointAndTheSameSettings() throws Exception {
    RunFolder folder = new RunFolder(temp.resolve("run"));
    assertProblem(Problem.MISSING, folder, SETTINGS, Beginning.RESUME);
    run(folder, SETTINGS, Beginning.FRESH, () -> false);
    String words = assertProblem(Problem.OTHER_RUN, folder, settings(0.03), Beginning.RESUME);
    assertTrue(words.contains("\n  --lr was 0.02, now is 0.03\nResume"), words);
  }

  private static TrainingSettings settings(double learningRate) {
    return new TrainingSettings(
        NetworkSettings.plain(CellKind.GRU_RESET_AFTER, 2, 12, 6),
        OptimiserSettings.plain(learningRate, 1.0),
        4,
        0,
        8,
        9,
        5);
  }

  @Test
  void aLossThatIsNoNumberStopsTheRunAndSaysWhere() throws Exception {
    RunFolder folder = new RunFolder(temp.resolve("run"));
    TrainingDivergedException thrown =
        assertThrows(
            TrainingDivergedException.class,
            () ->
                follow(
                    SETTINGS,
                    folder,
                    new ScriptedDevice(step -> step < 3 ? 1 : Double.NaN, step -> 1)));
    assertTrue(thrown.getMessage().contains("step 4: the loss is no number"), thrown.getMessage());
    assertTrue(thrown.getMessage().matches("(?s).* 8 in all: '[CNO]+', '[CNO]+', '[CNO]+'\\. .*"));
    assertEquals(0, folder.recover().checkpoint().progress().batch(), "the last checkpoint stands");
    assertEquals(3, events.stream().filter(StepDone.class::isInstance).count());
  }

  @Test
  void aDeviceIsShownEveryBatchBeforeItLearnsFromIt() throws Exception {
    ScriptedDevice device = new ScriptedDevice(step -> 1, step -> 1);
    follow(SETTINGS, new RunFolder(temp.resolve("run")), device);
    assertEquals(0, device.surprises());
  }

  @Test
  void whenTheCardIsLostTheCheckpointStands() throws Exception {
    RunFolder folder = new RunFolder(temp.resolve("run"), new CheckpointPlan(new Steps(2), 2));
    DeviceFailure lost = new DeviceFailure(DeviceException.Problem.CARD_LOST, "the card is gone");
    DeviceFailure thrown =
        assertThrows(
            DeviceFailure.class,
            () ->
                follow(
                    SETTINGS,
                    folder,
                    new ScriptedDevice(
                        step -> {
                          if (step == 3) {
                            throw lost;
                          }
                          return 1;
                        },
                        step -> 1)));
    assertEquals(lost, thrown);
    assertEquals(2, folder.recover().checkpoint().progress().batch());
    assertEquals(Outcome.FINISHED, run(folder, SETTINGS, Beginning.RESUME, () -> false));
  }

  @Test
  void goesOnWhenTheDiskIsFullForAWhileAndLosesNothing() throws Exception {
    RunFolder whole = new RunFolder(temp.resolve("whole"));
    run(whole, SETTINGS, Beginning.FRESH, () -> false);

    RunFolder folder = new RunFolder(temp.resolve("run"), new CheckpointPlan(new Steps(2), 2));
    int[] steps = {0};
    BooleanSupplier disk =
        () -> {
          // From the sixth step of twenty on nothing can take the files' places, until the last.
          if (steps[0] == 6) {
            block(folder.checkpointFile());
            block(folder.modelFile());
          } else if (steps[0] == 19) {
            unblock(folder.checkpointFile());
            unblock(folder.modelFile());
          }
          steps[0]++;
          return false;
        };
    events.clear();
    assertEquals(Outcome.FINISHED, run(folder, SETTINGS, Beginning.FRESH, disk));
    assertTrue(events.stream().anyMatch(WriteFailed.class::isInstance));
    assertArrayEquals(
        whole.recover().checkpoint().network().parameters(),
        folder.recover().checkpoint().network().parameters());
    assertArrayEquals(
        Files.readAllBytes(whole.modelFile()), Files.readAllBytes(folder.modelFile()));
  }

  @Test
  void saysAtTheEndWhenTheDiskStayedFull() throws Exception {
    RunFolder folder = new RunFolder(temp.resolve("run"));
    int[] steps = {0};
    BooleanSupplier disk =
        () -> {
          if (steps[0]++ == 6) {
            block(folder.checkpointFile());
          }
          return false;
        };
    CheckpointException thrown =
        assertThrows(CheckpointException.class, () -> run(folder, SETTINGS, Beginning.FRESH, disk));
    assertEquals(Problem.UNWRITABLE, thrown.problem());
    unblock(folder.checkpointFile());
    assertEquals(1, folder.recover().checkpoint().progress().epoch(), "an older one stands");
  }

  /** A folder with something in it cannot be replaced by a file; what stood there steps aside. */
  private static void block(Path file) {
    try {
      Files.move(file, file.resolveSibling(file.getFileName() + ".kept"));
      Files.createFile(Files.createDirectory(file).resolve("something"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void unblock(Path file) {
    try {
      Files.delete(file.resolve("something"));
      Files.delete(file);
      Files.move(file.resolveSibling(file.getFileName() + ".kept"), file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void goesOnFromAnOlderCheckpointWhenTheNewestIsDamagedAndEndsInTheSameBits() throws Exception {
    RunFolder whole = new RunFolder(temp.resolve("whole"));
    run(whole, SETTINGS, Beginning.FRESH, () -> false);
    RunFolder folder = new RunFolder(temp.resolve("run"), new CheckpointPlan(new Steps(3), 3));
    int[] steps = {0};
    run(folder, SETTINGS, Beginning.FRESH, () -> steps[0]++ == 13);
    Path newest = folder.checkpointFile();
    Path second = folder.folder().resolve("checkpoint-1.bin");
    Path third = folder.folder().resolve("checkpoint-2.bin");
    assertFalse(Files.exists(folder.folder().resolve("checkpoint-3.bin")));
    byte[] bytes = Files.readAllBytes(newest);
    Files.write(newest, Arrays.copyOf(bytes, bytes.length - 1));
    bytes = Files.readAllBytes(second);
    bytes[bytes.length / 2] ^= 1;
    Files.write(second, bytes);
    events.clear();
    assertEquals(Outcome.FINISHED, run(folder, SETTINGS, Beginning.RESUME, () -> false));
    assertEquals(new FellBack(List.of(newest, second), third), events.get(0));
    assertArrayEquals(
        whole.recover().checkpoint().network().parameters(),
        folder.recover().checkpoint().network().parameters());
  }

  @Test
  void twoProcessesCannotHaveOneFolder() throws Exception {
    RunFolder folder = new RunFolder(temp.resolve("run"));
    RunLock other = folder.take();
    String words = assertProblem(Problem.LOCKED, folder, SETTINGS, Beginning.FRESH);
    assertTrue(words.contains("number " + ProcessHandle.current().pid()), words);
    other.close();
    Files.createFile(folder.folder().resolve(".checkpoint.bin.1.part"));
    run(folder, SETTINGS, Beginning.FRESH, () -> false);
    assertFalse(Files.exists(folder.folder().resolve(".checkpoint.bin.1.part")));
  }

  @Test
  void endsWhenPatienceIsOutAndKeepsTheBestEpoch() throws Exception {
    // Five steps an epoch. The second epoch is the best; the third and fourth are not.
    double[] validation = {3, 2, 2.5, 2, 1, 1, 1, 1, 1};
    TrainingSettings patient =
        new TrainingSettings(SETTINGS.network(), SETTINGS.optimiser(), 9, 2, 8, 9, 5);
    RunFolder folder = new RunFolder(temp.resolve("run"));
    ScriptedDevice device = new ScriptedDevice(step -> 1, step -> validation[step / 5 - 1]);
    assertEquals(Outcome.FINISHED, follow(patient, folder, device));
    assertEquals(new EndedEarly(4, 2), events.get(events.size() - 1));
    ModelFile model = ModelFileReader.read(Files.readAllBytes(folder.modelFile()));
    assertEquals("2", model.card().get("epochs done"));
    assertEquals(Outcome.FINISHED, run(folder, patient, Beginning.RESUME, () -> false));
    assertEquals(4, folder.recover().checkpoint().progress().epoch(), "and stays ended");
  }

  private Outcome follow(TrainingSettings settings, RunFolder folder, ScriptedDevice device)
      throws Exception {
    return Training.run(
        settings,
        data(),
        folder,
        Beginning.FRESH,
        (layout, longest) -> device,
        events::add,
        () -> false);
  }

  private String assertProblem(
      Problem problem, RunFolder folder, TrainingSettings settings, Beginning beginning) {
    CheckpointException thrown =
        assertThrows(
            CheckpointException.class, () -> run(folder, settings, beginning, () -> false));
    assertEquals(problem, thrown.problem());
    return thrown.getMessage();
  }

  private Outcome run(
      RunFolder folder, TrainingSettings settings, Beginning beginning, BooleanSupplier stop)
      throws Exception {
    return Training.run(
        settings,
        data(),
        folder,
        beginning,
        (layout, longest) ->
            new Nd4jDevice(
                layout,
                StepSettings.plain(settings.batchSize(), longest, settings.optimiser().clipNorm()),
                NumberType.FLOAT),
        events::add,
        stop);
  }

  private static TrainingData data() {
    Vocabulary vocabulary =
        new Vocabulary(
            List.of(Vocabulary.START, Vocabulary.END, "C", "N", "O"), 0, 1, Vocabulary.NONE);
    Random random = new Random(1);
    CorpusReport report =
        new CorpusReport(
            List.of(new SourceCount("tiny.smi", Part.TRAINING, "00", 40, Optional.of(PUBLIC))),
            Map.of(),
            List.of(),
            40,
            10);
    return new TrainingData(
        new Corpus(vocabulary, molecules(40, random)),
        new Corpus(vocabulary, molecules(10, random)),
        report);
  }

  /** Alternating letters of ragged length: easy to learn, so that the loss must fall. */
  private static List<int[]> molecules(int count, Random random) {
    List<int[]> molecules = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int[] molecule = new int[1 + random.nextInt(9)];
      int first = random.nextInt(3);
      for (int t = 0; t < molecule.length; t++) {
        molecule[t] = 2 + (first + t) % 3;
      }
      molecules.add(molecule);
    }
    return molecules;
  }
}
