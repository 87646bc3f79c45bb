package io.github.molweave.trainer.cli;

import io.github.molweave.modelfile.ModelId;
import io.github.molweave.network.CellKind;
import io.github.molweave.novelty.NoveltyFile;
import io.github.molweave.novelty.NoveltyFilter;
import io.github.molweave.tokens.TokenIds;
import io.github.molweave.trainer.checkpoint.CheckpointException;
import io.github.molweave.trainer.checkpoint.RunFolder;
import io.github.molweave.trainer.cli.CommandException.Problem;
import io.github.molweave.trainer.corpus.Corpus;
import io.github.molweave.trainer.corpus.CorpusException;
import io.github.molweave.trainer.corpus.CorpusLoader;
import io.github.molweave.trainer.corpus.CorpusSettings;
import io.github.molweave.trainer.corpus.CorpusSource;
import io.github.molweave.trainer.corpus.OnInvalid;
import io.github.molweave.trainer.corpus.TrainingData;
import io.github.molweave.trainer.network.NativeLibrary;
import io.github.molweave.trainer.network.Nd4jDevice;
import io.github.molweave.trainer.network.Nd4jDevice.NumberType;
import io.github.molweave.trainer.network.ParameterLayout;
import io.github.molweave.trainer.network.StepSettings;
import io.github.molweave.trainer.network.TrainingDevice;
import io.github.molweave.trainer.training.Training;
import io.github.molweave.trainer.training.Training.Beginning;
import io.github.molweave.trainer.training.Training.Outcome;
import io.github.molweave.trainer.training.TrainingDivergedException;
import io.github.molweave.trainer.training.TrainingSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code train}: a corpus to a model file. */
@Command(
    name = "train",
    description = {
      "Trains a network on molecules and keeps everything of the run in one folder: checkpoint.bin to"
          + " go on from, model.safetensors with the best weights so far, corpus.json with what was"
          + " read and dropped.",
      "Ctrl-C writes a checkpoint; --resume with the same options goes on from it, to the bit.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  molweave train --out runs/first",
      "  molweave train --corpus mine.smi.gz --out runs/mine --hidden 512 --epochs 20",
      "  molweave train --corpus table.csv --column structure --out runs/table",
      "  molweave train --out runs/first --resume"
    })
final class TrainCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(
      names = "--corpus",
      paramLabel = "FILE",
      arity = "1..*",
      description =
          "Molecules to learn from: .smi and .txt (first field of a line), .csv and .tsv (--column),"
              + " each also .gz. Default: 80,000-odd molecules of PubChem that come with Molweave.")
  private List<Path> corpus = List.of();

  @Option(
      names = "--valid",
      paramLabel = "FILE",
      arity = "1..*",
      description = "Molecules to measure on. Default: a part of the corpus is held out.")
  private List<Path> valid = List.of();

  @Option(
      names = "--valid-fraction",
      paramLabel = "F",
      defaultValue = "0.05",
      description = "The part that is held out without --valid, 0..0.5 (${DEFAULT-VALUE}).")
  private double validFraction;

  @Option(names = "--column", paramLabel = "NAME", description = CorpusCommand.COLUMN)
  private String column;

  @Option(
      names = "--on-invalid",
      paramLabel = "skip|fail",
      defaultValue = "fail",
      description = CorpusCommand.ON_INVALID)
  private OnInvalid onInvalid;

  @Option(
      names = "--min-count",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Leave out molecules with a token that occurs less often than this (${DEFAULT-VALUE}).")
  private int minCount;

  @Option(
      names = "--max-length",
      paramLabel = "N",
      defaultValue = "120",
      description = "Leave out molecules with more tokens than this (${DEFAULT-VALUE}).")
  private int maxLength;

  @Option(names = "--out", paramLabel = "DIR", required = true, description = "The run's folder.")
  private Path out;

  @Option(names = "--resume", description = "Go on with the run in the folder.")
  private boolean resume;

  @Option(names = "--force", description = "Begin anew in a folder that is not empty.")
  private boolean force;

  @Option(
      names = "--cell",
      paramLabel = "gru|gru-reset-before|lstm",
      defaultValue = "gru",
      converter = CellNames.class,
      description = "The recurrent cell (${DEFAULT-VALUE}; the others are still to come).")
  private CellKind cell;

  @Option(
      names = "--layers",
      paramLabel = "N",
      defaultValue = "1",
      description = "Recurrent layers, 1..8 (${DEFAULT-VALUE}).")
  private int layers;

  @Option(
      names = "--hidden",
      paramLabel = "N",
      defaultValue = "256",
      description = "Units of a layer, 1..1024 (${DEFAULT-VALUE}).")
  private int hidden;

  @Option(
      names = "--embedding",
      paramLabel = "N",
      defaultValue = "64",
      description = "Numbers that stand for a token, 1..1024 (${DEFAULT-VALUE}).")
  private int embedding;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "10",
      description = "Passes over the corpus (${DEFAULT-VALUE}).")
  private int epochs;

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
      names = "--clip",
      paramLabel = "X",
      defaultValue = "1",
      description = "The gradient's norm is scaled down to this (${DEFAULT-VALUE}).")
  private double clip;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Decides the first weights and the order of the batches (${DEFAULT-VALUE}).")
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

  /** The spellings of {@code --cell}. */
  static final class CellNames implements ITypeConverter<CellKind> {
    @Override
    public CellKind convert(String name) {
      CellKind cell = name.equals("gru") ? CellKind.GRU_RESET_AFTER : CellKind.ofId(name);
      if (cell == null) {
        throw new TypeConversionException("expected gru, gru-reset-before or lstm, not " + name);
      }
      return cell;
    }
  }

  TrainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call()
      throws CommandException, CorpusException, CheckpointException, TrainingDivergedException {
    TrainingSettings settings = settings();
    CorpusSettings corpusSettings = corpusSettings();
    RunFolder folder = new RunFolder(out);
    checkFolder(folder);
    TrainingData data = CorpusLoader.load(sources(), validation(), corpusSettings);
    terminal.err().print(data.report().table());
    NativeLibrary.choose();
    if (force && !resume) {
      forget(folder);
    }
    try (StopRequest stop = StopRequest.onInterrupt();
        ProgressLine progress = new ProgressLine(terminal)) {
      Outcome outcome =
          Training.run(
              settings,
              data,
              folder,
              resume ? Beginning.RESUME : Beginning.FRESH,
              this::createDevice,
              progress,
              stop);
      if (outcome == Outcome.STOPPED) {
        return ExitCode.STOPPED.number();
      }
    }
    terminal.err().println("The model is " + folder.modelFile());
    if (noveltyFilter) {
      writeFilter(folder, data.training());
    }
    return ExitCode.OK.number();
  }

  private void writeFilter(RunFolder folder, Corpus trainedOn)
      throws CommandException, CorpusException, CheckpointException {
    List<String> molecules = new ArrayList<>(trainedOn.size());
    for (int[] ids : trainedOn.molecules()) {
      molecules.add(TokenIds.decode(trainedOn.vocabulary(), ids));
    }
    String modelId = ModelId.of(ModelChoice.read(folder.modelFile()));
    NoveltyFilter filter = NoveltyCommand.filterOf(molecules, modelId);
    folder.writeNoveltyFilter(NoveltyFile.write(filter));
    terminal.err().println("The novelty filter is " + folder.noveltyFile());
    terminal.err().println(NoveltyCommand.summary(filter, molecules.size()));
  }

  private TrainingDevice createDevice(ParameterLayout layout, int longest) {
    return switch (device) {
      case AUTO, CPU ->
          new Nd4jDevice(
              layout, new StepSettings(batch, longest, clip, 0, 0, seed), NumberType.FLOAT);
    };
  }

  private TrainingSettings settings() throws CommandException {
    if (cell != CellKind.GRU_RESET_AFTER) {
      throw new CommandException(
          Problem.OPTION, "training knows --cell gru only so far, not " + cell.id() + ".");
    }
    try {
      return new TrainingSettings(
          cell, layers, hidden, embedding, epochs, batch, learningRate, clip, maxLength, seed);
    } catch (IllegalArgumentException outOfRange) {
      throw new CommandException(Problem.OPTION, outOfRange.getMessage() + ".", outOfRange);
    }
  }

  private CorpusSettings corpusSettings() throws CommandException {
    try {
      return new CorpusSettings(column, onInvalid, maxLength, minCount, validFraction);
    } catch (IllegalArgumentException outOfRange) {
      throw new CommandException(Problem.OPTION, outOfRange.getMessage() + ".", outOfRange);
    }
  }

  private List<CorpusSource> sources() {
    return corpus.isEmpty()
        ? List.of(CorpusSource.builtIn())
        : corpus.stream().map(CorpusSource::file).toList();
  }

  private List<CorpusSource> validation() {
    return valid.stream().map(CorpusSource::file).toList();
  }

  /** Before the corpus is read: a folder of somebody else's is not for us to fill. */
  private void checkFolder(RunFolder folder) throws CommandException {
    boolean ours = Files.exists(folder.checkpointFile());
    if (resume || force || ours || !Files.exists(out)) {
      return;
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
  }

  private static void forget(RunFolder folder) throws CommandException {
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
