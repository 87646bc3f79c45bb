package io.github.molweave.trainer.cli;

import io.github.molweave.tokens.Notation;
import io.github.molweave.trainer.cli.CommandException.Problem;
import io.github.molweave.trainer.corpus.CorpusException;
import io.github.molweave.trainer.corpus.CorpusLoader;
import io.github.molweave.trainer.corpus.CorpusSettings;
import io.github.molweave.trainer.corpus.CorpusSource;
import io.github.molweave.trainer.corpus.OnInvalid;
import io.github.molweave.trainer.corpus.TrainingData;
import io.github.molweave.trainer.corpus.VocabularyChoice;
import io.github.molweave.trainer.publicsets.SetException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of {@code train} that say what is learned from. */
final class CorpusOptions {
  @Option(
      names = "--corpus",
      paramLabel = "FILE",
      arity = "1..*",
      description = {
        "Molecules to learn from: .smi and .txt (first field of a line), .csv and .tsv (--column),"
            + " each also .gz. Default: 80,000-odd molecules of PubChem that come with Molweave.",
        NamedCorpora.HELP
      })
  private List<Path> corpus = List.of();

  @Option(
      names = "--valid",
      paramLabel = "FILE",
      arity = "1..*",
      description =
          "Molecules to measure on, or the name of a public set. Default: a part of the corpus is held"
              + " out.")
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

  @Option(
      names = "--notation",
      paramLabel = "smiles|selfies",
      description =
          "What the network learns to write; default: smiles, or what the model of --init writes. With selfies the corpus, which is"
              + " SMILES all the same, is translated into SELFIES 2; molecules that SELFIES cannot"
              + " say are left out and counted.")
  private Notation notation;

  @Option(
      names = "--augment",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Spellings of each training molecule: the one in the file and N - 1 with the atoms in"
              + " random order, stereochemistry kept. Epochs take them in turn, so an epoch is no"
              + " longer than without (${DEFAULT-VALUE}: as in the file).")
  private int augment;

  int maxLength() {
    return maxLength;
  }

  /**
   * How the files are read, after a check of every range.
   *
   * @param ofModel what the model that the run begins with writes
   */
  CorpusSettings settings(Optional<Notation> ofModel) throws CommandException {
    if (notation != null && ofModel.isPresent() && notation != ofModel.get()) {
      throw new CommandException(
          Problem.OPTION,
          "the model of --init writes "
              + ofModel.get().id()
              + ", so --notation cannot be "
              + notation.id()
              + ". Leave it out.");
    }
    Notation written = notation == null ? ofModel.orElse(Notation.SMILES) : notation;
    try {
      return new CorpusSettings(
          column, onInvalid, maxLength, minCount, validFraction, written, augment);
    } catch (IllegalArgumentException outOfRange) {
      throw new CommandException(Problem.OPTION, outOfRange.getMessage() + ".", outOfRange);
    }
  }

  /** Reads the files. */
  TrainingData load(CorpusSettings settings, VocabularyChoice choice, Terminal terminal)
      throws CorpusException, SetException {
    NamedCorpora named = new NamedCorpora(terminal);
    List<CorpusSource> sources =
        corpus.isEmpty() ? List.of(CorpusSource.builtIn()) : named.sources(corpus);
    List<CorpusSource> validation = named.sources(valid);
    ReadingProgress progress = new ReadingProgress(terminal);
    try {
      return CorpusLoader.load(sources, validation, settings, choice, progress);
    } finally {
      progress.clear();
    }
  }
}
