package io.github.molweave.trainer.cli;

import io.github.molweave.trainer.cli.CommandException.Problem;
import io.github.molweave.trainer.corpus.CleaningSettings;
import io.github.molweave.trainer.corpus.CleaningSettings.Fragments;
import io.github.molweave.trainer.corpus.CleaningSettings.Writing;
import io.github.molweave.trainer.corpus.CorpusCleaner;
import io.github.molweave.trainer.corpus.CorpusException;
import io.github.molweave.trainer.corpus.CorpusReport;
import io.github.molweave.trainer.corpus.CorpusSource;
import io.github.molweave.trainer.publicsets.SetException;
import io.github.molweave.trainer.sampling.ParallelSampling;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code corpus}: cleans files of molecules. */
@Command(
    name = "corpus",
    description = {
      "Writes the molecules of files as one clean list, one SMILES a line, and says what was dropped"
          + " and why. Spelling, charges and order stay as they are; of equal molecules, however"
          + " spelled, the first is kept. Files may be larger than memory.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  molweave corpus raw.smi.gz --largest-fragment --min-tokens 12 --max-tokens 80 \\",
      "    --elements C,N,O,S,P,F,Cl,Br,I,B --out clean.smi.gz --report clean.json",
      "  molweave corpus guacamol --one-fragment --out guacamol.smi.gz"
    })
final class CorpusCommand implements Callable<Integer> {
  static final String COLUMN = "The column of molecules in a table. Default: smiles.";
  static final String ON_INVALID =
      "What a line that is no molecule does: it is left out and counted, or ends the run after all"
          + " have been counted (${DEFAULT-VALUE}).";

  private final Terminal terminal;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = {"Molecules: .smi, .txt, .csv or .tsv, each also .gz.", NamedCorpora.HELP})
  private List<Path> files;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "The list to write; packed when its name ends in .gz.")
  private Path out;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Also write what was dropped and why, with examples, as JSON.")
  private Path report;

  @Option(names = "--force", description = "Replace files that are there already.")
  private boolean force;

  @Option(names = "--column", paramLabel = "NAME", description = COLUMN)
  private String column;

  @Option(
      names = {"--min-tokens", "--min-length"},
      paramLabel = "N",
      defaultValue = "1",
      description = "Fewest tokens (${DEFAULT-VALUE}).")
  private int minLength;

  @Option(
      names = {"--max-tokens", "--max-length"},
      paramLabel = "N",
      defaultValue = "1000",
      description = "Most tokens (${DEFAULT-VALUE}).")
  private int maxLength;

  @Option(
      names = "--elements",
      paramLabel = "LIST",
      split = ",",
      description = "The only elements, as in C,N,O. Default: all.")
  private Set<String> elements = Set.of();

  @ArgGroup(multiplicity = "0..1")
  private Salts salts = new Salts();

  @Option(
      names = "--canonical",
      description =
          "Write each molecule with its atoms in canonical order, by Molweave's own writer, which"
              + " keeps every stereo mark and charge and what was written as aromatic. (OpenChemLib's"
              + " SMILES changed the stereochemistry of 11 molecules in 1,000.)")
  private boolean canonical;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads; changes the time only, no line. Default: one per processor.")
  private Integer threads;

  /** What becomes of salts and mixtures. */
  static final class Salts {
    @Option(names = "--one-fragment", description = "Drop salts and mixtures.")
    private boolean oneFragment;

    @Option(
        names = "--largest-fragment",
        description =
            "Of salts and mixtures keep the largest molecule, with the charge it has; how many are"
                + " charged then is reported.")
    private boolean largestFragment;
  }

  CorpusCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws CommandException, CorpusException, SetException {
    CleaningSettings settings = settings();
    if (threads != null && (threads < 1 || threads > ParallelSampling.MAX_THREADS)) {
      throw new CommandException(
          Problem.OPTION, "--threads must be 1.." + ParallelSampling.MAX_THREADS + ".");
    }
    ResultTarget.check(out, force);
    if (report != null) {
      ResultTarget.check(report, force);
    }
    CorpusReport made = clean(new NamedCorpora(terminal).sources(files), settings);
    if (report != null) {
      ResultTarget.write(
          report, target -> target.write(made.json().getBytes(StandardCharsets.UTF_8)));
    }
    terminal.err().print(made.table());
    return ExitCode.OK.number();
  }

  private CleaningSettings settings() throws CommandException {
    Fragments fragments =
        salts.largestFragment
            ? Fragments.LARGEST
            : salts.oneFragment ? Fragments.ONE : Fragments.ANY;
    Writing writing = canonical ? Writing.CANONICAL : Writing.AS_READ;
    try {
      return new CleaningSettings(minLength, maxLength, elements, fragments, writing);
    } catch (IllegalArgumentException outOfRange) {
      throw new CommandException(Problem.OPTION, outOfRange.getMessage() + ".", outOfRange);
    }
  }

  private CorpusReport clean(List<CorpusSource> sources, CleaningSettings settings)
      throws CommandException, CorpusException {
    CorpusReport[] made = new CorpusReport[1];
    ReadingProgress progress = new ReadingProgress(terminal);
    try {
      ResultTarget.write(
          out,
          target -> {
            try {
              made[0] = clean(sources, settings, target, progress);
            } catch (CorpusException failure) {
              throw new CorpusFailure(failure);
            }
          });
    } catch (CorpusFailure failure) {
      throw failure.problem;
    } finally {
      progress.clear();
    }
    return made[0];
  }

  /** A failure of the input, on its way through the writing of the output. */
  private static final class CorpusFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final CorpusException problem;

    CorpusFailure(CorpusException problem) {
      super(problem);
      this.problem = problem;
    }
  }

  private CorpusReport clean(
      List<CorpusSource> sources,
      CleaningSettings settings,
      OutputStream target,
      ReadingProgress progress)
      throws CorpusException, IOException {
    boolean packed = out.toString().endsWith(".gz");
    // The header of gzip carries neither a name nor a time: equal lists give equal files.
    OutputStream lines = packed ? new GZIPOutputStream(target, 1 << 16) : target;
    int workers = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    try (CorpusCleaner cleaner =
        new CorpusCleaner(
            column,
            settings,
            workers,
            smiles -> lines.write((smiles + "\n").getBytes(StandardCharsets.UTF_8)),
            progress)) {
      for (CorpusSource source : sources) {
        cleaner.read(source);
      }
      CorpusReport made = cleaner.finish();
      if (lines instanceof GZIPOutputStream gzip) {
        gzip.finish();
      }
      return made;
    }
  }
}
