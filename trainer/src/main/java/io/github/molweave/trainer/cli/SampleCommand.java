package io.github.molweave.trainer.cli;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.modelfile.ModelId;
import io.github.molweave.network.JvmKernel;
import io.github.molweave.network.LanguageModel;
import io.github.molweave.network.NumericVersion;
import io.github.molweave.random.Seed;
import io.github.molweave.sampling.Sample;
import io.github.molweave.sampling.Sampler;
import io.github.molweave.sampling.SamplingOptions;
import io.github.molweave.sampling.StepDetail;
import io.github.molweave.sampling.ValidityMode;
import io.github.molweave.tokens.UnknownTokenException;
import io.github.molweave.trainer.cli.CommandException.Problem;
import io.github.molweave.trainer.cli.MoleculeWriter.Format;
import io.github.molweave.trainer.replay.LinkKey;
import io.github.molweave.trainer.replay.ReplayLink;
import io.github.molweave.trainer.sampling.ParallelSampling;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sample}: draws molecules from a model. */
@Command(
    name = "sample",
    description = {
      "Draws molecules from a model: the same for the same model, seed and options, on every machine"
          + " and in the browser.",
      "",
      "The table of --format csv puts an apostrophe in front of a text that begins with = + - or @:"
          + " it is no SMILES, and a spreadsheet would run it as a formula.",
      "",
      "Molecules are written as they are drawn, in order; memory does not grow with --count. Ctrl-C"
          + " leaves no half-written --out.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  molweave sample --count 10",
      "  molweave sample --model runs/first --count 1000 --seed 7 --temperature 0.8 --out mine.smi",
      "  molweave sample --model model.safetensors --prefix 'c1ccccc1' --format csv",
      "  molweave sample --replay 'https://example.org/#v1&model=zinc&seed=7&T=0.8&n=5'"
    })
final class SampleCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private ModelChoice model;
  @Mixin private ReplayOption replay;
  @Mixin private ResultTarget target;

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many molecules (${DEFAULT-VALUE}).")
  private int count;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "Which molecules: 0..9007199254740991 (${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--temperature",
      paramLabel = "T",
      defaultValue = "1",
      description =
          "0 takes the likeliest token always; 0.01..1000, 1 being the model as trained"
              + " (${DEFAULT-VALUE}).")
  private double temperature;

  @Option(
      names = "--top-k",
      paramLabel = "N",
      defaultValue = "0",
      description = "Draw only from the N likeliest tokens; 0 for all (${DEFAULT-VALUE}).")
  private int topK;

  @Option(
      names = "--top-p",
      paramLabel = "P",
      defaultValue = "1",
      description =
          "Draw only from the likeliest tokens that reach the probability P together"
              + " (${DEFAULT-VALUE}).")
  private double topP;

  @Option(
      names = "--prefix",
      paramLabel = "SMILES",
      defaultValue = "",
      description = "How every molecule begins.")
  private String prefix;

  @Option(
      names = "--max-length",
      paramLabel = "N",
      defaultValue = "120",
      description = "Most tokens of a molecule (${DEFAULT-VALUE}).")
  private int maxLength;

  @Option(
      names = "--validity",
      paramLabel = "off|reject|mask",
      defaultValue = "reject",
      description =
          "What to do about text that is no molecule (${DEFAULT-VALUE}). reject: draw again; what"
              + " stays follows the model's distribution given validity. mask: draw no token that"
              + " cannot lead to a molecule. off: keep it.")
  private ValidityMode validity;

  @Option(
      names = "--attempts",
      paramLabel = "N",
      defaultValue = "100",
      description =
          "How often reject draws a molecule at most; after that the invalid text stands"
              + " (${DEFAULT-VALUE}).")
  private int attempts;

  @Option(
      names = "--format",
      paramLabel = "smi|csv|json",
      defaultValue = "smi",
      description = "How the molecules are written (${DEFAULT-VALUE}).")
  private Format format;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "Threads, each drawing 16 molecules side by side; changes the time only, no molecule."
              + " Default: one per processor.")
  private Integer threads;

  SampleCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws CommandException, IOException {
    ReplayLink link = replay.isGiven() ? follow(replay.read()) : null;
    SamplingOptions options = options();
    int workers = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    if (count < 0 || workers < 1 || workers > ParallelSampling.MAX_THREADS) {
      throw new CommandException(
          Problem.OPTION,
          "--count must be 0 or more, and --threads 1.." + ParallelSampling.MAX_THREADS + ".");
    }
    target.check();
    ModelFile file = link == null ? model.read() : replay.model(link, model);
    Sampler sampler = sampler(LanguageModel.of(file, new JvmKernel()), options);
    ValidityTally tally = new ValidityTally();
    CountProgress progress = new CountProgress(terminal, "molecules drawn", count);
    try (StopRequest stop = StopRequest.onInterrupt()) {
      target.write(
          terminal,
          out -> {
            MoleculeWriter writer = format.open(out, settings(file));
            int drawn =
                ParallelSampling.draw(sampler, count, workers, stop, sink(writer, tally, progress));
            stopUnlessWhole(drawn, progress);
            writer.finish();
          });
    } catch (CancellationException stopped) {
      return ExitCode.STOPPED.number();
    } finally {
      progress.clear();
    }
    if (count > 0) {
      progress.close();
      terminal.err().println(tally.describe(validity));
    }
    return ExitCode.OK.number();
  }

  private void stopUnlessWhole(int drawn, CountProgress progress) {
    if (drawn < count) {
      progress.clear();
      String where = target.isStdout() ? "" : "; no file was written";
      terminal
          .err()
          .println("Stopped after " + drawn + " of " + count + " molecules" + where + ".");
      throw new CancellationException("stopped");
    }
  }

  /** Takes over what the link says; what it leaves out is as the page has it. */
  private ReplayLink follow(ReplayLink link) throws CommandException {
    seed = Long.parseLong(link.value(LinkKey.SEED).orElse("0"));
    temperature = Double.parseDouble(link.value(LinkKey.TEMPERATURE).orElse("0.8"));
    topK = Integer.parseInt(link.value(LinkKey.TOP_K).orElse("0"));
    topP = Double.parseDouble(link.value(LinkKey.TOP_P).orElse("1"));
    prefix = link.value(LinkKey.PREFIX).orElse("");
    validity = ValidityMode.ofId(link.value(LinkKey.VALIDITY).orElse("reject"));
    if (!replay.namesCount()) {
      count = Integer.parseInt(link.value(LinkKey.COUNT).orElse("5"));
    }
    return link;
  }

  private SamplingOptions options() throws CommandException {
    StepDetail detail = format == Format.JSON ? StepDetail.TOKENS : StepDetail.NONE;
    try {
      return new SamplingOptions(
          Seed.of((double) seed),
          temperature,
          topK,
          topP,
          prefix,
          maxLength,
          validity,
          attempts,
          detail);
    } catch (IllegalArgumentException outOfRange) {
      throw new CommandException(Problem.OPTION, outOfRange.getMessage() + ".", outOfRange);
    }
  }

  private static Sampler sampler(LanguageModel model, SamplingOptions options)
      throws CommandException {
    try {
      return new Sampler(model, options);
    } catch (UnknownTokenException | IllegalArgumentException unusable) {
      throw new CommandException(Problem.OPTION, unusable.getMessage() + ".", unusable);
    }
  }

  private ParallelSampling.Sink<IOException> sink(
      MoleculeWriter writer, ValidityTally tally, CountProgress progress) {
    boolean quiet = target.isStdout() && Terminal.isStdoutScreen();
    return new ParallelSampling.Sink<>() {
      @Override
      public void accept(Sample sample) throws IOException {
        writer.write(sample);
        tally.count(sample);
        if (!quiet) {
          progress.accept(1);
        }
      }

      @Override
      public void pause() throws IOException {
        writer.flush();
      }
    };
  }

  private Map<String, String> settings(ModelFile file) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("model", ModelId.of(file));
    settings.put("numericVersion", Integer.toString(NumericVersion.CURRENT));
    settings.put("seed", Long.toString(seed));
    settings.put("temperature", Double.toString(temperature));
    settings.put("topK", Integer.toString(topK));
    settings.put("topP", Double.toString(topP));
    settings.put("prefix", prefix);
    settings.put("maxLength", Integer.toString(maxLength));
    settings.put("validity", validity.id());
    settings.put("attempts", Integer.toString(attempts));
    return settings;
  }
}
