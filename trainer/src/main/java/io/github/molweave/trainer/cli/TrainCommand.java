package io.github.molweave.trainer.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import io.github.molweave.modelfile.ModelId;
import io.github.molweave.novelty.NoveltyFile;
import io.github.molweave.novelty.NoveltyFilter;
import io.github.molweave.trainer.checkpoint.CheckpointException;
import io.github.molweave.trainer.checkpoint.CheckpointPlan;
import io.github.molweave.trainer.checkpoint.RunFolder;
import io.github.molweave.trainer.checkpoint.StartingModel;
import io.github.molweave.trainer.cli.CommandException.Problem;
import io.github.molweave.trainer.corpus.Corpus;
import io.github.molweave.trainer.corpus.CorpusException;
import io.github.molweave.trainer.corpus.CorpusSettings;
import io.github.molweave.trainer.corpus.TrainingData;
import io.github.molweave.trainer.device.DeviceException;
import io.github.molweave.trainer.publicsets.SetException;
import io.github.molweave.trainer.training.NetworkSettings;
import io.github.molweave.trainer.training.Training;
import io.github.molweave.trainer.training.Training.Beginning;
import io.github.molweave.trainer.training.Training.Outcome;
import io.github.molweave.trainer.training.TrainingDivergedException;
import io.github.molweave.trainer.training.TrainingSettings;
import io.github.molweave.trainer.watch.RunWatch;
import io.github.molweave.trainer.watch.WatchSettings;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code train}: a corpus to a model file. */
@Command(
    name = TrainCommand.NAME,
    sortOptions = false,
    description = {
      "Trains a network on molecules and keeps everything of the run in one folder: checkpoint.bin to"
          + " go on from, model.safetensors with the best weights so far and its card model.md,"
          + " corpus.json with what was read and dropped, report.html to look at while it runs,"
          + " metrics.jsonl for programs, events for TensorBoard.",
      "Ctrl-C writes a checkpoint; --resume with the same options goes on from it, to the bit.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  molweave train --out runs/first",
      "  molweave train --corpus mine.smi.gz --out runs/mine --hidden 512 --epochs 20",
      "  molweave train --corpus table.csv --column structure --out runs/table",
      "  molweave train --out runs/first --resume",
      "  molweave train --hidden 512 --print-config > big.json",
      "  molweave train --config big.json --out runs/big --seed 2",
      "  molweave train --init runs/first --corpus few.smi --out runs/tuned --lr 0.0003 --patience 3"
    })
final class TrainCommand implements Callable<Integer> {
  static final String NAME = "train";

  private final Terminal terminal;

  @Mixin private final CorpusOptions corpus = new CorpusOptions();
  @Mixin private final NetworkOptions network = new NetworkOptions();
  @Mixin private final InitOptions init = new InitOptions();
  @Mixin private final RunOptions run = new RunOptions();
  @Mixin private final DeviceOptions device = new DeviceOptions();
  @Mixin private final WatchOptions watch = new WatchOptions();

  @Spec private CommandSpec spec;

  TrainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call()
      throws CommandException,
          CorpusException,
          SetException,
          CheckpointException,
          DeviceException,
          TrainingDivergedException {
    Optional<StartingModel> begunFrom = init.model();
    TrainingSettings settings = settings(begunFrom);
    WatchSettings watching = watch.settings();
    CorpusSettings corpusSettings =
        corpus.settings(begunFrom.map(begun -> begun.file().notation()));
    CheckpointPlan plan = run.plan();
    if (run.printConfig()) {
      printConfig(settings.network());
      return ExitCode.OK.number();
    }
    run.config().ifPresent(file -> terminal.err().println("Options from " + file));
    RunFolder folder = run.folder(plan);
    String notACard = device.choose(settings.network().cell());
    TrainingData data = corpus.load(corpusSettings, init.vocabulary(begunFrom), terminal);
    terminal.err().print(data.report().table());
    if (begunFrom.isPresent()) {
      init.tell(begunFrom.get(), data.training().vocabulary(), terminal.err());
    }
    if (settings.patience() > 0 && data.validation().size() == 0) {
      throw new CommandException(
          Problem.OPTION,
          "--patience needs held-out molecules. Give --valid, or a --valid-fraction above 0.");
    }
    if (!notACard.isEmpty()) {
      terminal.err().println("Training on the processor (" + notACard + ").");
    }
    try (DeviceOptions taken = device;
        StopRequest stop = StopRequest.onInterrupt();
        ProgressLine progress = new ProgressLine(terminal);
        RunWatch watched =
            new RunWatch(
                watching,
                settings,
                data,
                folder,
                run.mode(),
                progress,
                progress::say,
                Clock.systemUTC())) {
      Outcome outcome =
          Training.run(
              settings,
              data,
              folder,
              new Beginning(run.mode(), begunFrom),
              (layout, longest) -> taken.create(layout, run.stepSettings(settings, longest)),
              watched,
              stop);
      if (outcome == Outcome.STOPPED) {
        return ExitCode.STOPPED.number();
      }
    }
    terminal.err().println("The model is " + folder.modelFile());
    terminal.err().println("The report is " + folder.reportFile());
    if (run.noveltyFilter()) {
      writeFilter(folder, data.training());
    }
    return ExitCode.OK.number();
  }

  private void printConfig(NetworkSettings sizes) {
    JsonObject config = ConfigFile.of(spec);
    // With --init these are the model's, whatever the options' defaults are.
    config.addProperty("cell", sizes.cell().id());
    config.addProperty("layers", sizes.layers());
    config.addProperty("hidden", sizes.hidden());
    config.addProperty("embedding", sizes.embedding());
    PrintStream out = new PrintStream(terminal.out(), false, StandardCharsets.UTF_8);
    out.println(
        new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(config));
    out.flush();
  }

  private void writeFilter(RunFolder folder, Corpus trainedOn)
      throws CommandException, CorpusException, CheckpointException {
    List<String> molecules = new ArrayList<>(trainedOn.size());
    for (int index = 0; index < trainedOn.size(); index++) {
      molecules.add(trainedOn.smiles(index));
    }
    String modelId = ModelId.of(ModelChoice.read(folder.modelFile()));
    NoveltyFilter filter = NoveltyCommand.filterOf(molecules, modelId);
    folder.writeNoveltyFilter(NoveltyFile.write(filter));
    terminal.err().println("The novelty filter is " + folder.noveltyFile());
    terminal.err().println(NoveltyCommand.summary(filter, molecules.size()));
  }

  private TrainingSettings settings(Optional<StartingModel> begunFrom) throws CommandException {
    try {
      NetworkSettings sizes =
          begunFrom.isPresent()
              ? network.settings(begunFrom.get().file().architecture(), this::isGiven)
              : network.settings();
      return run.settings(sizes, corpus.maxLength());
    } catch (IllegalArgumentException outOfRange) {
      throw new CommandException(Problem.OPTION, outOfRange.getMessage() + ".", outOfRange);
    }
  }

  private boolean isGiven(String option) {
    return spec.commandLine().getParseResult().hasMatchedOption(option);
  }
}
