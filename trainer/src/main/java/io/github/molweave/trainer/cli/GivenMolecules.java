package io.github.molweave.trainer.cli;

import io.github.molweave.trainer.corpus.CorpusException;
import io.github.molweave.trainer.corpus.CorpusReader;
import io.github.molweave.trainer.corpus.CorpusSource;
import io.github.molweave.trainer.corpus.DropReason;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where a command's molecules come from: its arguments, or the option {@code --in}. */
final class GivenMolecules {
  @Parameters(paramLabel = "MOLECULE", arity = "1..*", description = "The molecules.")
  private List<String> given;

  @Option(
      names = "--in",
      paramLabel = "FILE",
      description = "A file of molecules: .smi, .txt, .csv or .tsv, each also .gz.")
  private Path file;

  /** A molecule and where it stands, in words. */
  record Placed(String place, String text) {}

  /** What could not be used, with some examples. */
  static final class Tally {
    private static final int SHOWN = 10;

    private final List<String> examples = new ArrayList<>();
    private int count;

    void add(String example) {
      count++;
      if (examples.size() < SHOWN) {
        examples.add(example);
      }
    }

    int count() {
      return count;
    }

    /** How many, what they cannot, and the first of them, a line each. */
    String words(String cannot) {
      return count
          + (count == 1 ? " molecule" : " molecules")
          + " cannot be "
          + cannot
          + ":\n  "
          + String.join("\n  ", examples);
    }
  }

  /**
   * All of them, in their order.
   *
   * @param column of a table, or null for the usual one
   * @param tally hears of lines that hold no molecule
   */
  List<Placed> read(String column, Tally tally) throws CorpusException {
    List<Placed> placed = new ArrayList<>();
    if (file == null) {
      for (String text : given) {
        placed.add(new Placed("molecule " + (placed.size() + 1), text));
      }
      return placed;
    }
    CorpusSource source = CorpusSource.file(file);
    new CorpusReader(column)
        .read(
            source,
            new CorpusReader.Sink() {
              @Override
              public void molecule(long line, String text) {
                placed.add(new Placed(source.name() + " line " + line, text));
              }

              @Override
              public void bad(long line, DropReason reason, String detail) {
                tally.add(source.name() + " line " + line + ": " + reason.words() + ": " + detail);
              }
            });
    if (placed.isEmpty() && tally.count() == 0) {
      throw new CorpusException(
          CorpusException.Problem.EMPTY,
          source.name() + " has no molecules in it. Give a file with one a line.");
    }
    return placed;
  }
}
