package io.github.molweave.trainer.training;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.tokens.Vocabulary;
import io.github.molweave.trainer.checkpoint.Checkpoint;
import io.github.molweave.trainer.checkpoint.Checkpoint.Progress;
import io.github.molweave.trainer.checkpoint.CheckpointException;
import io.github.molweave.trainer.checkpoint.CheckpointException.Problem;
import io.github.molweave.trainer.checkpoint.CheckpointPlan;
import io.github.molweave.trainer.checkpoint.RunFolder;
import io.github.molweave.trainer.checkpoint.RunFolder.Recovery;
import io.github.molweave.trainer.checkpoint.RunIdentity;
import io.github.molweave.trainer.checkpoint.RunLock;
import io.github.molweave.trainer.checkpoint.StartingModel;
import io.github.molweave.trainer.checkpoint.TrainedModel;
import io.github.molweave.trainer.corpus.Corpus;
import io.github.molweave.trainer.corpus.CorpusReport.SourceCount;
import io.github.molweave.trainer.corpus.Respelling;
import io.github.molweave.trainer.corpus.TrainingData;
import io.github.molweave.trainer.device.NetworkState;
import io.github.molweave.trainer.device.ParameterLayout;
import io.github.molweave.trainer.device.TrainingDevice;
import io.github.molweave.trainer.evaluation.EpochSamples;
import io.github.molweave.trainer.training.TrainingEvent.CheckpointWritten;
import io.github.molweave.trainer.training.TrainingEvent.FellBack;
import io.github.molweave.trainer.training.TrainingEvent.ModelWritten;
import io.github.molweave.trainer.training.TrainingEvent.Rank;
import io.github.molweave.trainer.training.TrainingEvent.StartMeasured;
import io.github.molweave.trainer.training.TrainingEvent.Started;
import io.github.molweave.trainer.training.TrainingEvent.WriteFailed;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * One run from a corpus to a model file in a folder, begun or resumed. A checkpoint is written
 * before the first step, after every epoch, in between as {@link CheckpointPlan} says, and when the
 * run is stopped; the model file holds the weights of the best validation so far, to which those of
 * a model that the run begins from count.
 */
public final class Training {
  private final RunIdentity identity;
  private final TrainingData data;
  private final RunFolder folder;
  private final ParameterLayout layout;
  private final TrainingDevice device;
  private final TrainingListener listener;
  private long lastCheckpoint = System.nanoTime();

  /**
   * How a run starts.
   *
   * @param mode whether it begins or goes on
   * @param model what it begins or once began from; empty for fresh weights
   */
  public record Beginning(Mode mode, Optional<StartingModel> model) {
    /** A new run with fresh weights. */
    public static final Beginning FRESH = new Beginning(Mode.NEW, Optional.empty());

    /** On with a run that had fresh weights. */
    public static final Beginning RESUME = new Beginning(Mode.RESUMED, Optional.empty());
  }

  /** Whether a run begins or goes on. */
  public enum Mode {
    /** In a folder without one. */
    NEW,
    /** In place of the run in the folder, which is forgotten. */
    INSTEAD,
    /** On from the folder's checkpoint. */
    RESUMED
  }

  /** How a run ended. */
  public enum Outcome {
    /** All epochs are done, or patience has run out. */
    FINISHED,
    /** It was asked to stop and can be resumed. */
    STOPPED
  }

  /** Makes the device for a network of the given layout. */
  @FunctionalInterface
  public interface DeviceFactory {
    /**
     * @param layout the network
     * @param longest most steps of a batch
     */
    TrainingDevice create(ParameterLayout layout, int longest);
  }

  private Training(
      RunIdentity identity,
      TrainingData data,
      RunFolder folder,
      ParameterLayout layout,
      TrainingDevice device,
      TrainingListener listener) {
    this.identity = identity;
    this.data = data;
    this.folder = folder;
    this.layout = layout;
    this.device = device;
    this.listener = listener;
  }

  /**
   * Runs.
   *
   * @param stopRequested asked between steps
   * @throws CheckpointException when the folder cannot be used
   * @throws TrainingDivergedException when the loss is no longer finite
   */
  public static Outcome run(
      TrainingSettings settings,
      TrainingData data,
      RunFolder folder,
      Beginning beginning,
      DeviceFactory devices,
      TrainingListener listener,
      BooleanSupplier stopRequested)
      throws CheckpointException, TrainingDivergedException {
    ParameterLayout layout =
        new ParameterLayout(settings.architecture(data.training().vocabulary().size()));
    Vocabulary vocabulary = data.training().vocabulary();
    RunIdentity identity =
        new RunIdentity(
            settings,
            vocabulary.tokens(),
            fingerprint(data),
            beginning.model().map(model -> model.origin(vocabulary)));
    if (beginning.mode() == Mode.RESUMED) {
      folder.refuseEmpty();
    }
    RunLock lock = folder.take();
    try {
      Start start = start(identity, layout, folder, beginning);
      try (TrainingDevice device = devices.create(layout, longest(data, settings) + 1)) {
        device.restore(start.network());
        Training training = new Training(identity, data, folder, layout, device, listener);
        start.tell(listener);
        return training.run(start.progress(), stopRequested);
      }
    } finally {
      lock.close();
    }
  }

  /** Weights, optimiser and position that a run starts with, and what to tell of them. */
  private record Start(NetworkState network, Progress progress, Optional<FellBack> fellBack) {
    private void tell(TrainingListener listener) {
      fellBack.ifPresent(listener::on);
    }
  }

  private static Start start(
      RunIdentity identity, ParameterLayout layout, RunFolder folder, Beginning beginning)
      throws CheckpointException {
    if (beginning.mode() == Mode.RESUMED) {
      Recovery recovery = folder.recover();
      Checkpoint checkpoint = recovery.checkpoint();
      checkpoint.identity().refuseOther(identity, folder.folder());
      Optional<FellBack> fellBack =
          recovery.damaged().isEmpty()
              ? Optional.empty()
              : Optional.of(new FellBack(recovery.damaged(), recovery.file()));
      return new Start(checkpoint.network(), checkpoint.progress(), fellBack);
    }
    if (beginning.mode() == Mode.NEW) {
      folder.refuseOccupied();
    } else {
      folder.forgetRun();
    }
    float[] weights =
        beginning
            .model()
            .map(model -> model.parameters(layout))
            .orElseGet(() -> layout.initialValues(identity.settings().seed()));
    return new Start(NetworkState.fresh(weights), Progress.beginning(), Optional.empty());
  }

  /** Most tokens of a molecule: the device takes memory for no more. */
  private static int longest(TrainingData data, TrainingSettings settings) {
    if (!data.training().respelling().equals(Respelling.NONE)) {
      // Another spelling may be longer than the one that was read.
      return settings.maxLength();
    }
    return Stream.of(data.training(), data.validation())
        .flatMap(corpus -> corpus.molecules().stream())
        .mapToInt(molecule -> molecule.length)
        .max()
        .orElse(0);
  }

  private Outcome run(Progress from, BooleanSupplier stopRequested)
      throws CheckpointException, TrainingDivergedException {
    listener.on(
        new Started(
            device.description() + device.measuredSpeed(), layout.size(), from.epoch() + 1));
    Disk disk = new Disk();
    TrainingLoop loop =
        new TrainingLoop(identity.settings(), data, device, disk, listener, stopRequested);
    Progress begun = from;
    if (from.equals(Progress.beginning())) {
      // Before the first step, so that whatever ends the process now, there is a run to resume.
      begun = disk.begin(identity.origin().isPresent() ? loop.validationNll() : Double.NaN);
    }
    folder.writeCorpusReport(data.report().json());
    Progress end = loop.run(begun);
    disk.settle(end);
    return loop.isOver(end) ? Outcome.FINISHED : Outcome.STOPPED;
  }

  /** Equal for equal corpora: the checksums of the files and what was kept of them. */
  private static String fingerprint(TrainingData data) {
    StringBuilder text = new StringBuilder();
    for (SourceCount source : data.report().sources()) {
      text.append(source.part()).append(' ').append(source.sha256()).append('\n');
    }
    text.append(data.report().training()).append(' ').append(data.report().validation());
    text.append(' ').append(data.training().notation().id());
    text.append(' ').append(data.training().respelling().spellings());
    return text.toString();
  }

  /**
   * The folder as the loop's recorder. What cannot be written in the middle of an epoch is written
   * later; the model always before the checkpoint that knows of it.
   */
  private final class Disk implements TrainingLoop.Recorder {
    private ModelFile unwritten;
    private boolean behind;
    private long steps;

    /**
     * Puts the beginning away.
     *
     * @param startingNll of the model that the run begins from; NaN when there is nothing to
     *     compare
     */
    private Progress begin(double startingNll) throws CheckpointException {
      Progress begun = Progress.startingFrom(startingNll);
      NetworkState state = device.state();
      if (!Double.isNaN(startingNll)) {
        listener.on(new StartMeasured(startingNll));
        unwritten = best(begun, state, null);
      }
      write(begun, state);
      return begun;
    }

    @Override
    public void afterStep(Progress progress) throws CheckpointException {
      steps++;
      Duration passed = Duration.ofNanos(System.nanoTime() - lastCheckpoint);
      if (!folder.plan().interval().isOver(steps, passed)) {
        return;
      }
      writeOrTell(progress, device.state());
    }

    @Override
    public EpochSamples sample(int epoch) {
      return listener.sample(epoch, model(device.state(), Map.of()));
    }

    @Override
    public void afterEpoch(Progress progress, Rank rank, EpochSamples samples)
        throws CheckpointException {
      NetworkState state = device.state();
      if (rank == Rank.BEST) {
        unwritten = best(progress, state, samples);
      }
      writeOrTell(progress, state);
    }

    private ModelFile best(Progress progress, NetworkState state, EpochSamples samples) {
      QuantisationCost cost =
          QuantisationCost.of(
              model(state, Map.of()), device, data, identity.settings().batchSize());
      TrainingCard card = new TrainingCard(identity, data, device.description());
      return model(state, card.of(progress, layout.size(), samples, cost));
    }

    @Override
    public void whenStopped(Progress progress) throws CheckpointException {
      write(progress, device.state());
    }

    private ModelFile model(NetworkState state, Map<String, String> card) {
      Corpus corpus = data.training();
      return TrainedModel.of(
          layout, state.parameters(), corpus.vocabulary(), corpus.notation(), card);
    }

    private void writeOrTell(Progress progress, NetworkState state) throws CheckpointException {
      try {
        write(progress, state);
      } catch (CheckpointException full) {
        if (full.problem() != Problem.UNWRITABLE) {
          throw full;
        }
        behind = true;
        countAnew();
        listener.on(new WriteFailed(full.getMessage()));
      }
    }

    private void write(Progress progress, NetworkState state) throws CheckpointException {
      if (unwritten != null) {
        folder.write(unwritten);
        listener.on(new ModelWritten(unwritten));
        unwritten = null;
      }
      folder.write(new Checkpoint(identity, progress, state));
      behind = false;
      countAnew();
      listener.on(new CheckpointWritten(folder.checkpointFile()));
    }

    /** The run is over: what could not be written so far has its last chance. */
    private void settle(Progress end) throws CheckpointException {
      if (behind) {
        write(end, device.state());
      }
    }

    private void countAnew() {
      steps = 0;
      lastCheckpoint = System.nanoTime();
    }
  }
}
