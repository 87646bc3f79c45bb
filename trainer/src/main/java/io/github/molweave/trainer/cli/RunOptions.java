package io.github.molweave.trainer.cli;

import io.github.molweave.trainer.checkpoint.RunFolder;
import io.github.molweave.trainer.cli.CommandException.Problem;
import io.github.molweave.trainer.network.Nd4jDevice;
import io.github.molweave.trainer.network.Nd4jDevice.NumberType;
import io.github.molweave.trainer.network.ParameterLayout;
import io.github.molweave.trainer.network.StepSettings;
import io.github.molweave.trainer.network.TrainingDevice;
import io.github.molweave.trainer.training.NetworkSettings;
import io.github.molweave.trainer.training.OptimiserSettings;
import io.github.molweave.trainer.training.Training.Mode;
import io.github.molweave.trainer.training.TrainingSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The options of {@code train} that say how and where the learning runs. */
final class RunOptions {
  @Option(names = "--out", paramLabel = "DIR", required = true, description = "The run's folder.")
  private Path out;

  @Option(names = "--resume", description = "Go on with the run in the folder.")
  private boolean resume;

  @Option(names = "--force", description = "Begin anew in a folder that is not empty.")
  private boolean force;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "10",
      description = "Passes over the corpus (${DEFAULT-VALUE}).")
  private int epochs;

  @Option(
      names = "--patience",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "End the run after N epochs without a better result on held-out molecules"
              + " (${DEFAULT-VALUE}: never).")
  private int patience;

  @Option(
      names = "--batch",
      paramLabel = "N",
      defaultValue = "64",
      description = "Molecules a step (${DEFAULT-VALUE}).")
  private int batch;

  @Option(
      names = "--lr",
      paramLabel = "X",
      defaultValue = "0.002",
      description = "The learning rate at its highest (${DEFAULT-VALUE}).")
  private double learningRate;

  @Option(
      names = "--warmup",
      paramLabel = "N",
      description =
          "Steps over which the learning rate rises; then it falls, as half a cosine, to a"
              + " hundredth. Default: 200, at most a tenth of the run.")
  private Integer warmup;

  @Option(
      names = "--clip",
      paramLabel = "X",
      defaultValue = "1",
      description = "The gradient's norm is scaled down to this (${DEFAULT-VALUE}).")
  private double clip;

  @Option(
      names = "--weight-decay",
      paramLabel = "X",
      defaultValue = "0",
      description =
          "The part of each weight, times the learning rate, that every step takes away"
              + " (${DEFAULT-VALUE}).")
  private double weightDecay;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Decides the first weights, the order of the batches and what dropout leaves out"
              + " (${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--device",
      paramLabel = "auto|cpu",
      defaultValue = "auto",
      description = "What does the arithmetic (${DEFAULT-VALUE}: the processor).")
  private Device device;

  @Option(
      names = "--novelty-filter",
      description =
          "When the training is over, also write model.novelty, which tells of a molecule whether"
              + " it was trained on. It holds no molecule, but lets anyone who has it ask for any"
              + " molecule whether it was in the corpus: not for a corpus that is to stay private.")
  private boolean noveltyFilter;

  /** The spellings of {@code --device}. */
  enum Device {
    /** Whatever is there. */
    AUTO,
    /** The processor. */
    CPU
  }

  boolean noveltyFilter() {
    return noveltyFilter;
  }

  Mode mode() {
    return resume ? Mode.RESUMED : Mode.NEW;
  }

  /**
   * All settings of the run.
   *
   * @throws IllegalArgumentException when a value is out of its range
   */
  TrainingSettings settings(NetworkSettings network, int maxLength) {
    OptionalInt rise = warmup == null ? OptionalInt.empty() : OptionalInt.of(warmup);
    return new TrainingSettings(
        network,
        new OptimiserSettings(learningRate, rise, clip, weightDecay),
        epochs,
        patience,
        batch,
        maxLength,
        seed);
  }

  /** Makes the device for a network of {@code layout}. */
  TrainingDevice createDevice(ParameterLayout layout, int longest, TrainingSettings settings) {
    StepSettings steps =
        new StepSettings(batch, longest, clip, settings.network().dropout(), weightDecay, seed);
    return switch (device) {
      case AUTO, CPU -> new Nd4jDevice(layout, steps, NumberType.FLOAT);
    };
  }

  /**
   * The run's folder.
   *
   * @throws CommandException when it holds things of somebody else, which are not for us to mix
   *     with
   */
  RunFolder folder() throws CommandException {
    RunFolder folder = new RunFolder(out);
    boolean ours = Files.exists(folder.checkpointFile());
    if (resume || force || ours || !Files.exists(out)) {
      return folder;
    }
    try (Stream<Path> content = Files.list(out)) {
      if (content.findAny().isPresent()) {
        throw new CommandException(
            Problem.TARGET_TAKEN,
            out + " holds other things. Give another --out, or use it with --force.");
      }
    } catch (IOException noFolder) {
      throw new CommandException(
          Problem.TARGET_TAKEN,
          out + " is not a folder that can be read. Give another --out.",
          noFolder);
    }
    return folder;
  }

  /** Removes what an earlier run left, where that was asked for. */
  void forgetEarlierRun(RunFolder folder) throws CommandException {
    if (!force || resume) {
      return;
    }
    try {
      Files.deleteIfExists(folder.checkpointFile());
    } catch (IOException failure) {
      throw new CommandException(
          Problem.TARGET_UNWRITABLE,
          folder.checkpointFile() + " could not be removed (" + failure.getMessage() + ").",
          failure);
    }
  }
}
