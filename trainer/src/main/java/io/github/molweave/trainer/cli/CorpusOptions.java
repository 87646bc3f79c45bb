package io.github.molweave.trainer.cli;

import io.github.molweave.trainer.cli.CommandException.Problem;
import io.github.molweave.trainer.corpus.CorpusException;
import io.github.molweave.trainer.corpus.CorpusLoader;
import io.github.molweave.trainer.corpus.CorpusSettings;
import io.github.molweave.trainer.corpus.CorpusSource;
import io.github.molweave.trainer.corpus.OnInvalid;
import io.github.molweave.trainer.corpus.TrainingData;
import io.github.molweave.trainer.corpus.VocabularyChoice;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** The options of {@code train} that say what is learned from. */
final class CorpusOptions {
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

  int maxLength() {
    return maxLength;
  }

  /** How the files are read, after a check of every range. */
  CorpusSettings settings() throws CommandException {
    try {
      return new CorpusSettings(column, onInvalid, maxLength, minCount, validFraction);
    } catch (IllegalArgumentException outOfRange) {
      throw new CommandException(Problem.OPTION, outOfRange.getMessage() + ".", outOfRange);
    }
  }

  /** Reads the files. */
  TrainingData load(CorpusSettings settings, VocabularyChoice choice) throws CorpusException {
    List<CorpusSource> sources =
        corpus.isEmpty()
            ? List.of(CorpusSource.builtIn())
            : corpus.stream().map(CorpusSource::file).toList();
    return CorpusLoader.load(
        sources, valid.stream().map(CorpusSource::file).toList(), settings, choice);
  }
}
