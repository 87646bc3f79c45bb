package io.github.molweave.trainer.cli;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.modelfile.ModelFile.Precision;
import io.github.molweave.modelfile.ModelFileWriter;
import io.github.molweave.modelfile.ModelId;
import io.github.molweave.modelfile.Quantisation;
import io.github.molweave.trainer.cli.CommandException.Problem;
import io.github.molweave.trainer.corpus.CorpusException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code export}: the model of a run as one file, small or in full precision. */
@Command(
    name = "export",
    description = {
      "Writes the model of a training run as one file for the page and for 'sample'.",
      "int8 is a quarter of the size and gives the same molecules: f32 weights are rounded in the"
          + " same way when they are loaded.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  molweave export runs/first --out first.safetensors",
      "  molweave export runs/first --out full.safetensors --precision f32",
      "  molweave export runs/first --out shared.safetensors --card licence=CC0 --samples 10000"
    })
final class ExportCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "DIR", description = "The folder of a training run, or a model file.")
  private Path source;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "The model file to write.")
  private Path out;

  @Option(
      names = "--precision",
      paramLabel = "f32|int8",
      defaultValue = "int8",
      description = "How the weights are stored (${DEFAULT-VALUE}).")
  private Precision precision;

  @Option(names = "--force", description = "Replace a file that is there already.")
  private boolean force;

  @Mixin private CardOptions card;

  ExportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws CommandException, CorpusException {
    ResultTarget.check(out, force);
    ModelFile model = ModelChoice.read(source);
    if (precision == Precision.F32 && model.precision() == Precision.INT8) {
      throw new CommandException(
          Problem.OPTION,
          source
              + " is stored as int8: its full precision is lost. Export the run's own folder, or the file as it was converted.");
    }
    ModelFile stored = precision == Precision.INT8 ? Quantisation.quantise(model) : model;
    ModelFile exported = card.extend(stored, terminal);
    byte[] bytes = ModelFileWriter.write(exported);
    ResultTarget.write(out, target -> target.write(bytes));
    terminal
        .err()
        .println("Wrote " + out + ": " + bytes.length + " bytes, model " + ModelId.of(exported));
    return ExitCode.OK.number();
  }
}
