package io.github.molweave.trainer.cli;

import io.github.molweave.trainer.cli.CommandException.Problem;
import io.github.molweave.trainer.corpus.CleaningSettings;
import io.github.molweave.trainer.corpus.CleaningSettings.Fragments;
import io.github.molweave.trainer.corpus.CorpusCleaner;
import io.github.molweave.trainer.corpus.CorpusException;
import io.github.molweave.trainer.corpus.CorpusSource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code corpus}: cleans files of molecules. */
@Command(
    name = "corpus",
    description = {
      "Writes the molecules of files as one clean list, one SMILES a line, and says what was dropped"
          + " and why. Spelling and order stay; of equal molecules the first is kept.",
      ""
    },
    footer = {
      "",
      "Example:",
      "  molweave corpus raw.smi.gz --one-fragment --min-length 12 --max-length 80 \\",
      "    --elements C,N,O,S,P,F,Cl,Br,I,B --out clean.smi.gz"
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
      description = "Molecules: .smi, .txt, .csv or .tsv, each also .gz.")
  private List<Path> files;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "The list to write; packed when its name ends in .gz.")
  private Path out;

  @Option(names = "--force", description = "Replace a file that is there already.")
  private boolean force;

  @Option(names = "--column", paramLabel = "NAME", description = COLUMN)
  private String column;

  @Option(
      names = "--min-length",
      paramLabel = "N",
      defaultValue = "1",
      description = "Fewest tokens (${DEFAULT-VALUE}).")
  private int minLength;

  @Option(
      names = "--max-length",
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

  @Option(names = "--one-fragment", description = "Drop salts and mixtures.")
  private boolean oneFragment;

  CorpusCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws CommandException, CorpusException {
    CleaningSettings settings = settings();
    ResultTarget.check(out, force);
    CorpusCleaner cleaner = new CorpusCleaner(column, settings);
    for (Path file : files) {
      cleaner.read(CorpusSource.file(file));
    }
    List<String> molecules = cleaner.molecules();
    ResultTarget.write(out, target -> write(molecules, target));
    terminal.err().print(cleaner.report().table());
    return ExitCode.OK.number();
  }

  private CleaningSettings settings() throws CommandException {
    try {
      return new CleaningSettings(
          minLength, maxLength, elements, oneFragment ? Fragments.ONE : Fragments.ANY);
    } catch (IllegalArgumentException outOfRange) {
      throw new CommandException(Problem.OPTION, outOfRange.getMessage() + ".", outOfRange);
    }
  }

  private void write(List<String> molecules, OutputStream target) throws IOException {
    if (out.toString().endsWith(".gz")) {
      // Its header carries neither a name nor a time: equal lists give equal files.
      GZIPOutputStream packed = new GZIPOutputStream(target);
      writeLines(molecules, packed);
      packed.finish();
    } else {
      writeLines(molecules, target);
    }
  }

  private static void writeLines(List<String> molecules, OutputStream target) throws IOException {
    for (String molecule : molecules) {
      target.write((molecule + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }
}
