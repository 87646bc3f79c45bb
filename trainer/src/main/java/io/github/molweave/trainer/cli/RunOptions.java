package io.github.molweave.trainer.cli;

import io.github.molweave.trainer.checkpoint.CheckpointException;
import io.github.molweave.trainer.checkpoint.CheckpointPlan;
import io.github.molweave.trainer.checkpoint.CheckpointPlan.Interval;
import io.github.molweave.trainer.checkpoint.CheckpointPlan.Steps;
import io.github.molweave.trainer.checkpoint.CheckpointPlan.Time;
import io.github.molweave.trainer.checkpoint.RunFolder;
import io.github.molweave.trainer.cli.CommandException.Problem;
import io.github.molweave.trainer.device.StepSettings;
import io.github.molweave.trainer.training.NetworkSettings;
import io.github.molweave.trainer.training.OptimiserSettings;
import io.github.molweave.trainer.training.Training.Mode;
import io.github.molweave.trainer.training.TrainingSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options of {@code train} that say how the learning runs. */
final class RunOptions {
  @Option(names = "--out", paramLabel = "DIR", description = "The run's folder; required.")
  private Path out;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "Take options from this file, a JSON object with their names; what stands on the command"
              + " line wins.")
  private Path config;

  @Option(
      names = "--print-config",
      description = "Print all options as they would be used, as such a file, and do nothing.")
  private boolean printConfig;

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
      names = "--checkpoint-every",
      paramLabel = "WHEN",
      defaultValue = "10m",
      converter = IntervalNames.class,
      description =
          "Write a checkpoint at least so often: minutes as in 10m, or steps as in 500steps"
              + " (${DEFAULT-VALUE}). Each epoch ends with one.")
  private Interval interval;

  @Option(
      names = "--keep-checkpoints",
      paramLabel = "N",
      defaultValue = "2",
      description =
          "How many checkpoints stay, 1..100 (${DEFAULT-VALUE}). --resume takes the newest that is"
              + " whole.")
  private int keepCheckpoints;

  @Option(
      names = "--novelty-filter",
      description =
          "When the training is over, also write model.novelty, which tells of a molecule whether"
              + " it was trained on. It holds no molecule, but lets anyone who has it ask for any"
              + " molecule whether it was in the corpus: not for a corpus that is to stay private.")
  private boolean noveltyFilter;

  /** The spellings of {@code --checkpoint-every}. */
  static final class IntervalNames implements ITypeConverter<Interval> {
    private static final Pattern SPELLING = Pattern.compile("([1-9][0-9]{0,8})(m|steps)");

    @Override
    public Interval convert(String text) {
      Matcher matcher = SPELLING.matcher(text);
      if (!matcher.matches()) {
        throw new TypeConversionException(
            "expected minutes as in 10m or steps as in 500steps, not " + text);
      }
      long count = Long.parseLong(matcher.group(1));
      return matcher.group(2).equals("m") ? new Time(Duration.ofMinutes(count)) : new Steps(count);
    }
  }

  boolean noveltyFilter() {
    return noveltyFilter;
  }

  /** The file of options that was read, if any. */
  Optional<Path> config() {
    return Optional.ofNullable(config);
  }

  boolean printConfig() {
    return printConfig;
  }

  Mode mode() {
    Mode fresh = force ? Mode.INSTEAD : Mode.NEW;
    return resume ? Mode.RESUMED : fresh;
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

  /** What the device has to know of the run. */
  StepSettings stepSettings(TrainingSettings settings, int longest) {
    return new StepSettings(batch, longest, clip, settings.network().dropout(), weightDecay, seed);
  }

  /**
   * The run's folder.
   *
   * @throws CommandException when it holds things of somebody else, which are not for us to mix
   *     with
   * @throws CheckpointException when another process is training there, before any file is read
   */
  RunFolder folder(CheckpointPlan plan) throws CommandException, CheckpointException {
    if (out == null) {
      throw new CommandException(Problem.OPTION, "Missing required option: '--out=DIR'");
    }
    RunFolder folder = new RunFolder(out, plan);
    if (!Files.exists(out)) {
      return folder;
    }
    try (Stream<Path> content = Files.list(out)) {
      // A name with a dot before it is a lock, or half a file of a process that was killed; so are
      // figures of a run without a checkpoint.
      boolean others =
          content.anyMatch(
              file -> !file.getFileName().toString().startsWith(".") && !folder.isAFigure(file));
      if (others && !resume && !force && !folder.holdsRun()) {
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
    folder.take().close();
    return folder;
  }

  /** How the state is put away. */
  CheckpointPlan plan() throws CommandException {
    try {
      return new CheckpointPlan(interval, keepCheckpoints);
    } catch (IllegalArgumentException outOfRange) {
      throw new CommandException(Problem.OPTION, outOfRange.getMessage() + ".", outOfRange);
    }
  }
}
