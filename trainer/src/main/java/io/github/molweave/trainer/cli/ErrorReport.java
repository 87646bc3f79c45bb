package io.github.molweave.trainer.cli;

import io.github.molweave.modelfile.ModelFileException;
import io.github.molweave.novelty.NoveltyFileException;
import io.github.molweave.trainer.checkpoint.CheckpointException;
import io.github.molweave.trainer.conversion.ConversionException;
import io.github.molweave.trainer.corpus.CorpusException;
import io.github.molweave.trainer.device.DeviceException;
import io.github.molweave.trainer.device.DeviceFailure;
import io.github.molweave.trainer.publicsets.SetException;
import io.github.molweave.trainer.training.TrainingDivergedException;

/**
 * What the user reads when a command fails.
 *
 * @param exitCode for the shell
 * @param helpId the anchor in {@code docs/troubleshooting.md}
 * @param sentence what is wrong and what to do
 */
record ErrorReport(ExitCode exitCode, String helpId, String sentence) {
  private static final String UNEXPECTED = "cli-unexpected";

  /** Finds the words for {@code failure}; one that has no name of its own is a fault of ours. */
  static ErrorReport of(Throwable failure) {
    String sentence = failure.getMessage();
    if (failure instanceof CommandException command) {
      return new ErrorReport(command.problem().exitCode(), command.problem().id(), sentence);
    }
    if (failure instanceof UnfitFileException) {
      ErrorReport finding = of(failure.getCause());
      return new ErrorReport(finding.exitCode(), finding.helpId(), sentence);
    }
    if (failure instanceof CorpusException corpus) {
      return new ErrorReport(ExitCode.BAD_DATA, corpus.problem().id(), sentence);
    }
    if (failure instanceof SetException set) {
      return new ErrorReport(ExitCode.BAD_DATA, set.problem().id(), sentence);
    }
    if (failure instanceof ModelFileException model) {
      return new ErrorReport(ExitCode.BAD_MODEL, model.problem().id(), sentence);
    }
    if (failure instanceof ConversionException conversion) {
      return new ErrorReport(exitCodeOf(conversion), conversion.problem().id(), sentence);
    }
    if (failure instanceof NoveltyFileException novelty) {
      return new ErrorReport(ExitCode.BAD_DATA, novelty.problem().id(), sentence);
    }
    if (failure instanceof CheckpointException checkpoint) {
      return new ErrorReport(exitCodeOf(checkpoint.problem()), checkpoint.problem().id(), sentence);
    }
    if (failure instanceof DeviceException device) {
      return new ErrorReport(exitCodeOf(device.problem()), device.problem().id(), sentence);
    }
    if (failure instanceof DeviceFailure device) {
      return new ErrorReport(exitCodeOf(device.problem()), device.problem().id(), sentence);
    }
    if (failure instanceof TrainingDivergedException) {
      return new ErrorReport(ExitCode.SOFTWARE, "training-diverged", sentence);
    }
    if (failure instanceof OutOfMemoryError) {
      return new ErrorReport(
          ExitCode.SOFTWARE,
          "cli-memory",
          "there is not enough memory ("
              + sentence
              + "). Give the JVM more, as in MOLWEAVE_JAVA_OPTS=-Xmx4g, or ask for less: a smaller"
              + " --batch, --hidden or corpus.");
    }
    return new ErrorReport(
        ExitCode.SOFTWARE,
        UNEXPECTED,
        "something unforeseen happened: "
            + failure
            + ". Run it again with --debug and report what you see.");
  }

  private static ExitCode exitCodeOf(ConversionException failure) {
    return switch (failure.problem().culprit()) {
      case MODEL -> ExitCode.BAD_MODEL;
      case VOCABULARY -> ExitCode.BAD_DATA;
    };
  }

  private static ExitCode exitCodeOf(DeviceException.Problem problem) {
    return problem == DeviceException.Problem.CARD_LOST ? ExitCode.SOFTWARE : ExitCode.USAGE;
  }

  private static ExitCode exitCodeOf(CheckpointException.Problem problem) {
    return switch (problem) {
      case MISSING, OTHER_RUN, OCCUPIED, LOCKED -> ExitCode.USAGE;
      case DAMAGED, OTHER_VERSION -> ExitCode.BAD_DATA;
      case UNWRITABLE -> ExitCode.SOFTWARE;
    };
  }

  /** The lines for stderr. */
  String text() {
    return "molweave: " + sentence + "\n  help: docs/troubleshooting.md#" + helpId;
  }
}
