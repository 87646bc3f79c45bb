package io.github.molweave.trainer.cli;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.modelfile.ModelId;
import io.github.molweave.network.JvmKernel;
import io.github.molweave.network.LanguageModel;
import io.github.molweave.random.Seed;
import io.github.molweave.sampling.Sample;
import io.github.molweave.sampling.Sampler;
import io.github.molweave.sampling.SamplingOptions;
import io.github.molweave.sampling.StopReason;
import io.github.molweave.sampling.ValidityMode;
import io.github.molweave.tokens.Vocabulary;
import io.github.molweave.trainer.cli.CommandException.Problem;
import io.github.molweave.trainer.corpus.CorpusException;
import io.github.molweave.trainer.corpus.CorpusReader;
import io.github.molweave.trainer.corpus.CorpusSource;
import io.github.molweave.trainer.corpus.DropReason;
import io.github.molweave.trainer.metrics.Evaluation;
import io.github.molweave.trainer.metrics.Evaluation.TooFewException;
import io.github.molweave.trainer.metrics.Metric;
import io.github.molweave.trainer.metrics.Workers;
import io.github.molweave.trainer.sampling.ParallelSampling;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code evaluate}: how good the molecules of a model, or of a file, are. */
@Command(
    name = "evaluate",
    description = {
      "Judges molecules by the measures of MOSES and GuacaMol, each with a 95 %% interval and the"
          + " number of molecules it rests on.",
      "",
      "Beside them stands the floor: as many real training molecules, drawn at random and held out,"
          + " judged as if they had been generated. Several measures depend on how many molecules"
          + " there are, so compare with the floor rather than with a table elsewhere.",
      "",
      "Distributions are compared with the reference: the test molecules, or else the training"
          + " molecules that are not the floor. A model writes unaided here: nothing is drawn again.",
      ""
    })
final class EvaluateCommand implements Callable<Integer> {
  private static final int SAMPLES = 10_000;

  private final Terminal terminal;

  @ArgGroup(multiplicity = "1")
  private Judged judged;

  @Mixin private ResultTarget target;

  @Option(
      names = "--train",
      paramLabel = "FILE",
      required = true,
      description = "The training molecules: .smi, .txt, .csv or .tsv, each also .gz.")
  private Path train;

  @Option(
      names = "--test",
      paramLabel = "FILE",
      description = "Other molecules of the same kind, to compare with.")
  private Path test;

  @Option(
      names = "--count",
      paramLabel = "N",
      description =
          "How many molecules to draw from the model (10000), or to take from the beginning of the"
              + " file (all).")
  private Integer count;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Which molecules are drawn, which training molecules are held out, and the luck of the"
              + " intervals: 0..9007199254740991 (${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--temperature",
      paramLabel = "T",
      defaultValue = "1",
      description = "0.01..1000, 1 being the model as trained (${DEFAULT-VALUE}).")
  private double temperature;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads; changes the time only, no figure. Default: one per processor.")
  private Integer threads;

  @Option(
      names = "--column",
      paramLabel = "NAME",
      description = "The column of molecules in tables. Default: smiles.")
  private String column;

  @Option(names = "--json", description = "Write JSON, unrounded, instead of a table.")
  private boolean json;

  /** Exactly one of the two. */
  private static final class Judged {
    @Option(
        names = "--model",
        paramLabel = "FILE",
        description = "Judge what this model writes: a model file, or the folder of a run.")
    private Path model;

    @Option(
        names = "--generated",
        paramLabel = "FILE",
        description =
            "Judge the molecules of this file, one a line; a line that is no molecule counts as an"
                + " invalid sample.")
    private Path file;
  }

  EvaluateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Lets {@code --help} explain each measure. */
  @Spec
  void explainMeasures(CommandSpec spec) {
    Stream<String> measures =
        Arrays.stream(Metric.values())
            .map(metric -> String.format(Locale.ROOT, "  %-20s %s", metric.id(), metric.words()));
    String[] examples = {
      "",
      "Examples:",
      "  molweave evaluate --model runs/mine --train mine.smi.gz",
      "  molweave evaluate --generated drawn.smi --train mine.smi --test held-out.smi --json"
    };
    spec.usageMessage()
        .footer(
            Stream.concat(
                    Stream.concat(Stream.of("", "Measures:"), measures), Arrays.stream(examples))
                .toArray(String[]::new));
  }

  @Override
  public Integer call() throws CommandException, CorpusException, ClosedPipeException {
    int workers = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    if ((count != null && count < 2) || workers < 1 || workers > ParallelSampling.MAX_THREADS) {
      throw new CommandException(
          Problem.OPTION,
          "--count must be 2 or more, and --threads 1.." + ParallelSampling.MAX_THREADS + ".");
    }
    SamplingOptions options = options();
    target.check();
    List<String> training = read(train);
    List<String> reference = test == null ? null : read(test);
    try (StopRequest stop = StopRequest.onInterrupt();
        Workers pool = new Workers(workers, stop);
        StagedProgress progress = new StagedProgress(terminal)) {
      ModelFile model = judged.model == null ? null : ModelChoice.read(judged.model);
      List<String> texts = model == null ? given() : drawn(model, options, workers, stop, progress);
      Evaluation evaluation =
          Evaluation.of(texts, training, reference, seed, pool, progress::stage);
      progress.end();
      EvaluationWriter writer =
          new EvaluationWriter(
              evaluation,
              name(judged.model == null ? judged.file : judged.model),
              model == null ? "" : ModelId.of(model),
              model == null ? Double.NaN : temperature,
              name(train),
              test == null ? "" : name(test),
              seed);
      target.write(terminal, json ? writer::writeJson : writer::writeTable);
      writer.notes().forEach(terminal.err()::println);
      return ExitCode.OK.number();
    } catch (TooFewException small) {
      throw explained(small);
    } catch (Workers.StoppedException stopped) {
      terminal.err().println("Stopped; nothing was written.");
      return ExitCode.STOPPED.number();
    }
  }

  private SamplingOptions options() throws CommandException {
    try {
      return SamplingOptions.defaults()
          .withSeed(Seed.of((double) seed))
          .withTemperature(temperature)
          .withValidity(ValidityMode.OFF);
    } catch (IllegalArgumentException outOfRange) {
      throw new CommandException(Problem.OPTION, outOfRange.getMessage() + ".", outOfRange);
    }
  }

  private static String name(Path path) {
    Path name = path.getFileName();
    return name == null ? path.toString() : name.toString();
  }

  private CommandException explained(TooFewException small) {
    return switch (small.part()) {
      case JUDGED ->
          new CommandException(
              Problem.NOTHING_TO_JUDGE,
              "there is too little to judge: "
                  + name(judged.model == null ? judged.file : judged.model)
                  + " gives "
                  + small.getMessage()
                  + ". Check that it is a list of SMILES, or draw more of them.",
              small);
      case TRAINING ->
          new CommandException(
              Problem.REFERENCE_TOO_SMALL,
              name(train)
                  + " has too few molecules: "
                  + small.getMessage()
                  + " where the floor or the reference needs two. Give the whole training set,"
                  + " or a test set by --test.",
              small);
      case TEST ->
          new CommandException(
              Problem.REFERENCE_TOO_SMALL,
              name(test)
                  + " has too few molecules to compare with: "
                  + small.getMessage()
                  + ". Give at least two, better thousands.",
              small);
    };
  }

  private List<String> given() throws CorpusException {
    List<String> texts = new ArrayList<>();
    CorpusSource source = CorpusSource.file(judged.file);
    new CorpusReader(column)
        .read(
            source,
            new CorpusReader.Sink() {
              @Override
              public void molecule(long line, String text) {
                texts.add(text);
              }

              @Override
              public void bad(long line, DropReason reason, String detail) {
                // It was generated, so it counts, as an invalid sample.
                texts.add("");
              }
            });
    refuseEmpty(source, texts);
    return count == null || count >= texts.size() ? texts : texts.subList(0, count);
  }

  private List<String> read(Path file) throws CorpusException {
    List<String> texts = new ArrayList<>();
    GivenMolecules.Tally bad = new GivenMolecules.Tally();
    CorpusSource source = CorpusSource.file(file);
    new CorpusReader(column)
        .read(
            source,
            new CorpusReader.Sink() {
              @Override
              public void molecule(long line, String text) {
                texts.add(text);
              }

              @Override
              public void bad(long line, DropReason reason, String detail) {
                bad.add(source.name() + " line " + line + ": " + reason.words() + ": " + detail);
              }
            });
    refuseEmpty(source, texts);
    if (bad.count() > 0) {
      terminal.err().println("Left out: " + bad.words("read"));
    }
    return texts;
  }

  private static void refuseEmpty(CorpusSource source, List<String> texts) throws CorpusException {
    if (texts.isEmpty()) {
      throw new CorpusException(
          CorpusException.Problem.EMPTY,
          source.name() + " has no molecules in it. Give a file with one a line.");
    }
  }

  private List<String> drawn(
      ModelFile file,
      SamplingOptions options,
      int workers,
      StopRequest stop,
      StagedProgress progress) {
    LanguageModel model = LanguageModel.of(file, new JvmKernel());
    boolean endless = model.vocabulary().end() == Vocabulary.NONE;
    int samples = count == null ? SAMPLES : count;
    List<String> texts = new ArrayList<>();
    IntConsumer done = progress.stage("molecules drawn", samples);
    ParallelSampling.Sink<RuntimeException> sink =
        sample -> {
          texts.add(isWhole(sample, endless) ? sample.smiles() : "");
          done.accept(1);
        };
    Sampler sampler = new Sampler(model, options);
    if (ParallelSampling.draw(sampler, samples, workers, stop, sink) < samples) {
      throw new Workers.StoppedException();
    }
    return texts;
  }

  private static boolean isWhole(Sample sample, boolean endless) {
    return sample.isValid() && (endless || sample.stop() == StopReason.END_TOKEN);
  }
}
