package io.github.molweave.trainer.training;

import io.github.molweave.tokens.Vocabulary;
import io.github.molweave.trainer.checkpoint.Checkpoint;
import io.github.molweave.trainer.checkpoint.Checkpoint.Progress;
import io.github.molweave.trainer.checkpoint.CheckpointException;
import io.github.molweave.trainer.checkpoint.RunFolder;
import io.github.molweave.trainer.checkpoint.RunIdentity;
import io.github.molweave.trainer.checkpoint.StartingModel;
import io.github.molweave.trainer.checkpoint.TrainedModel;
import io.github.molweave.trainer.corpus.CorpusReport.SourceCount;
import io.github.molweave.trainer.corpus.TrainingData;
import io.github.molweave.trainer.network.NetworkState;
import io.github.molweave.trainer.network.ParameterLayout;
import io.github.molweave.trainer.network.TrainingDevice;
import io.github.molweave.trainer.training.TrainingEvent.CheckpointWritten;
import io.github.molweave.trainer.training.TrainingEvent.Rank;
import io.github.molweave.trainer.training.TrainingEvent.Started;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * One run from a corpus to a model file in a folder, begun or resumed. A checkpoint is written
 * after every epoch, every ten minutes in between, and when the run is stopped; the model file
 * holds the weights of the best validation so far.
 */
public final class Training {
  private static final Duration BETWEEN_CHECKPOINTS = Duration.ofMinutes(10);

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
    NetworkState network;
    Progress progress;
    if (beginning.mode() == Mode.RESUMED) {
      Checkpoint checkpoint = folder.checkpoint();
      checkpoint.identity().refuseOther(identity, folder.folder());
      network = checkpoint.network();
      progress = checkpoint.progress();
    } else {
      folder.createForNewRun();
      float[] weights =
          beginning
              .model()
              .map(model -> model.parameters(layout))
              .orElseGet(() -> layout.initialValues(settings.seed()));
      network = NetworkState.fresh(weights);
      progress = Progress.beginning();
    }
    folder.writeCorpusReport(data.report().json());
    try (TrainingDevice device = devices.create(layout, longest(data) + 1)) {
      device.restore(network);
      Training training = new Training(identity, data, folder, layout, device, listener);
      return training.run(progress, stopRequested);
    }
  }

  /** Most tokens of a molecule: the device takes memory for no more. */
  private static int longest(TrainingData data) {
    return Stream.of(data.training(), data.validation())
        .flatMap(corpus -> corpus.molecules().stream())
        .mapToInt(molecule -> molecule.length)
        .max()
        .orElse(0);
  }

  private Outcome run(Progress from, BooleanSupplier stopRequested)
      throws CheckpointException, TrainingDivergedException {
    listener.on(new Started(device.description(), layout.size(), from.epoch() + 1));
    TrainingLoop loop =
        new TrainingLoop(identity.settings(), data, device, new Disk(), listener, stopRequested);
    Progress end = loop.run(from);
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

  /** The folder as the loop's recorder. */
  private final class Disk implements TrainingLoop.Recorder {
    @Override
    public void afterStep(Progress progress) throws CheckpointException {
      if (System.nanoTime() - lastCheckpoint > BETWEEN_CHECKPOINTS.toNanos()) {
        writeCheckpoint(progress, device.state());
      }
    }

    @Override
    public void afterEpoch(Progress progress, Rank rank) throws CheckpointException {
      NetworkState state = device.state();
      if (rank == Rank.BEST) {
        folder.write(
            TrainedModel.of(
                layout,
                state.parameters(),
                data.training().vocabulary(),
                data.training().notation(),
                TrainingCard.of(identity, data, progress.history(), layout.size())));
      }
      writeCheckpoint(progress, state);
    }

    @Override
    public void whenStopped(Progress progress) throws CheckpointException {
      writeCheckpoint(progress, device.state());
    }

    private void writeCheckpoint(Progress progress, NetworkState state) throws CheckpointException {
      folder.write(new Checkpoint(identity, progress, state));
      lastCheckpoint = System.nanoTime();
      listener.on(new CheckpointWritten(folder.checkpointFile()));
    }
  }
}
