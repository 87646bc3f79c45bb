package io.github.molweave.trainer.cli;

import io.github.molweave.chemistry.MoleculeReader;
import io.github.molweave.chemistry.ReadRule;
import io.github.molweave.chemistry.Reading;
import io.github.molweave.modelfile.ModelId;
import io.github.molweave.novelty.NoveltyFile;
import io.github.molweave.novelty.NoveltyFileException;
import io.github.molweave.novelty.NoveltyFilter;
import io.github.molweave.trainer.cli.CommandException.Problem;
import io.github.molweave.trainer.cli.GivenMolecules.Placed;
import io.github.molweave.trainer.cli.GivenMolecules.Tally;
import io.github.molweave.trainer.corpus.CorpusException;
import io.github.molweave.trainer.corpus.CorpusReader;
import io.github.molweave.trainer.corpus.CorpusSource;
import io.github.molweave.trainer.corpus.DropReason;
import io.github.molweave.trainer.corpus.OnInvalid;
import io.github.molweave.trainer.novelty.FilterBuilding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code novelty}: makes the filter of a corpus, and asks it. */
@Command(
    name = "novelty",
    description = {
      "Makes a novelty filter of a corpus (--corpus, --out), or asks one whether molecules were in its"
          + " corpus (--filter).",
      "The filter holds no molecule, but whoever has it can ask of any molecule whether it was in the"
          + " corpus. Do not make one of a corpus that is to stay private, and share none of it.",
      "\"Not in the training set\" is certain. \"Probably in it\" is said of every molecule of the"
          + " corpus however it is spelled, of its stereoisomers, and by mistake of about one in a"
          + " thousand others.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  molweave novelty --corpus mine.smi.gz --model runs/mine --out mine.novelty",
      "  molweave novelty --filter mine.novelty CCO 'c1ccccc1'",
      "  molweave novelty --filter mine.novelty --in drawn.smi --out answers.tsv"
    })
final class NoveltyCommand implements Callable<Integer> {
  /** Far above any filter that the format allows; a larger file is something else. */
  private static final long LARGEST = 1L << 28;

  private final Terminal terminal;

  @ArgGroup(multiplicity = "1")
  private Use use;

  @Mixin private ResultTarget target;

  @Option(
      names = "--column",
      paramLabel = "NAME",
      description = "The column of molecules in a table. Default: smiles.")
  private String column;

  @Option(
      names = "--on-invalid",
      paramLabel = "skip|fail",
      defaultValue = "fail",
      description = "What asking for something that is no molecule does (${DEFAULT-VALUE}).")
  private OnInvalid onInvalid;

  /** Exactly one of the two. */
  private static final class Use {
    @ArgGroup(exclusive = false)
    private Making making;

    @ArgGroup(exclusive = false)
    private Asking asking;
  }

  private static final class Making {
    @Option(
        names = "--corpus",
        paramLabel = "FILE",
        arity = "1..*",
        required = true,
        description = "Make a filter of these molecules: .smi, .txt, .csv or .tsv, each also .gz.")
    private List<Path> corpus;

    @Option(
        names = "--model",
        paramLabel = "FILE",
        description = "The model that was trained on them, a file or a run's folder, to be named.")
    private Path model;
  }

  private static final class Asking {
    @Option(
        names = "--filter",
        paramLabel = "FILE",
        required = true,
        description = "Ask this filter.")
    private Path filter;

    @ArgGroup(multiplicity = "1")
    private GivenMolecules molecules;
  }

  NoveltyCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws CommandException, CorpusException, ClosedPipeException {
    target.check();
    if (use.making != null) {
      make();
    } else {
      ask();
    }
    return ExitCode.OK.number();
  }

  private void make() throws CommandException, CorpusException, ClosedPipeException {
    if (target.isStdout()) {
      throw new CommandException(Problem.OPTION, "a filter needs a file. Name it by --out.");
    }
    String modelId = use.making.model == null ? "" : ModelId.of(ModelChoice.read(use.making.model));
    List<String> molecules = new ArrayList<>();
    Tally bad = new Tally();
    for (Path file : use.making.corpus) {
      read(CorpusSource.file(file), molecules, bad);
    }
    NoveltyFilter filter = filterOf(molecules, modelId);
    byte[] bytes = NoveltyFile.write(filter);
    target.write(terminal, out -> out.write(bytes));
    if (bad.count() > 0) {
      terminal.err().println("Left out: " + bad.words("read"));
    }
    terminal.err().println(summary(filter, molecules.size()));
  }

  /** The filter of {@code molecules}, or the words for a corpus without one. */
  static NoveltyFilter filterOf(List<String> molecules, String modelId) throws CorpusException {
    try {
      return FilterBuilding.of(molecules, modelId);
    } catch (IllegalArgumentException none) {
      throw new CorpusException(
          CorpusException.Problem.NOTHING_LEFT,
          "there is no molecule that a filter could be made of: " + none.getMessage() + ".",
          none);
    }
  }

  /** What was made, in words. */
  static String summary(NoveltyFilter filter, int molecules) {
    return String.format(
        Locale.ROOT,
        "The filter knows %,d molecules, %,d of them different by more than stereochemistry, charges"
            + " and double bonds. %,d could not be read and are not in it. Of molecules that are"
            + " not in it, 1 in %,d is taken for one that is.",
        molecules - filter.unreadable(),
        filter.keys(),
        filter.unreadable(),
        oneIn(filter));
  }

  private static long oneIn(NoveltyFilter filter) {
    return Math.round(1 / filter.falseAlarmRate());
  }

  private void read(CorpusSource source, List<String> molecules, Tally bad) throws CorpusException {
    new CorpusReader(column)
        .read(
            source,
            new CorpusReader.Sink() {
              @Override
              public void molecule(long line, String text) {
                molecules.add(text);
              }

              @Override
              public void bad(long line, DropReason reason, String detail) {
                bad.add(source.name() + " line " + line + ": " + reason.words() + ": " + detail);
              }
            });
  }

  private void ask() throws CommandException, CorpusException, ClosedPipeException {
    NoveltyFilter filter = open(use.asking.filter);
    Tally tally = new Tally();
    StringBuilder table = new StringBuilder("smiles\tanswer\n");
    int answers = 0;
    for (Placed molecule : use.asking.molecules.read(column, tally)) {
      Reading reading = MoleculeReader.read(molecule.text(), ReadRule.STRICT);
      if (reading instanceof Reading.Rejected rejected) {
        tally.add(molecule.place() + ": " + rejected.reason());
      } else {
        String words = filter.ask(((Reading.Understood) reading).molecule()).words();
        table.append(molecule.text()).append('\t').append(words).append('\n');
        answers++;
      }
    }
    if (tally.count() > 0) {
      String found = tally.words("asked for");
      if (onInvalid == OnInvalid.FAIL || answers == 0) {
        throw new CommandException(
            Problem.NO_MOLECULE, found + "\nCorrect them, or pass --on-invalid skip.");
      }
      terminal.err().println("Skipped: " + found);
    }
    byte[] bytes = table.toString().getBytes(StandardCharsets.UTF_8);
    target.write(terminal, out -> out.write(bytes));
    terminal
        .err()
        .println(
            String.format(
                Locale.ROOT,
                "Of molecules that are not in it, 1 in %,d is called \"probably in it\"; \"not in"
                    + " the training set\" is certain. Stereoisomers count as one molecule.",
                oneIn(filter)));
  }

  private static NoveltyFilter open(Path file) throws CommandException {
    try {
      if (!Files.exists(file)) {
        throw new CommandException(
            Problem.FILTER_UNREADABLE, "there is no filter " + file + ". Check its name.");
      }
      if (Files.isRegularFile(file) && Files.size(file) > LARGEST) {
        throw new CommandException(
            Problem.FILTER_UNREADABLE, file + " is larger than any filter can be.");
      }
      return NoveltyFile.read(Files.readAllBytes(file));
    } catch (NoveltyFileException finding) {
      throw new UnfitFileException(file, finding);
    } catch (IOException failure) {
      throw new CommandException(
          Problem.FILTER_UNREADABLE,
          file + " cannot be read (" + failure.getMessage() + "). Check its permissions.",
          failure);
    }
  }
}
