package io.github.molweave.trainer.cli;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.modelfile.ModelFileWriter;
import io.github.molweave.modelfile.ModelId;
import io.github.molweave.tokens.Notation;
import io.github.molweave.trainer.baseline.Baseline;
import io.github.molweave.trainer.baseline.TokenCounts;
import io.github.molweave.trainer.card.CardField;
import io.github.molweave.trainer.card.CorpusWords;
import io.github.molweave.trainer.cli.CommandException.Problem;
import io.github.molweave.trainer.corpus.CorpusException;
import io.github.molweave.trainer.corpus.CorpusLoader;
import io.github.molweave.trainer.corpus.CorpusReport;
import io.github.molweave.trainer.corpus.CorpusSettings;
import io.github.molweave.trainer.corpus.OnInvalid;
import io.github.molweave.trainer.corpus.TrainingData;
import io.github.molweave.trainer.corpus.VocabularyChoice.OfModel;
import io.github.molweave.trainer.corpus.VocabularyChoice.Strangers;
import io.github.molweave.trainer.publicsets.SetException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code baseline}: a model file that learnt nothing, or only how often a token occurs. */
@Command(
    name = "baseline",
    description = {
      "Writes a model file without memory, to hold a network against: it draws each token as if"
          + " nothing stood before it. It has the tokens of another model, in their order, so that the"
          + " same seed throws the same dice for both.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  molweave baseline --like mine.safetensors --kind uniform --out uniform.safetensors",
      "  molweave baseline --like mine.safetensors --kind frequency --corpus mine.smi.gz"
          + " --out frequency.safetensors"
    })
final class BaselineCommand implements Callable<Integer> {
  private final Terminal terminal;

  /** How likely a token is. */
  enum Kind {
    /** As likely as any other. */
    UNIFORM("each as likely as any other"),
    /** As likely as it is often in a corpus. */
    FREQUENCY("each as likely as it is often in the corpus");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  @Option(
      names = "--like",
      paramLabel = "MODEL",
      required = true,
      description = "The model whose tokens it has, a file or the folder of a training run.")
  private Path like;

  @Option(
      names = "--kind",
      paramLabel = "uniform|frequency",
      required = true,
      description =
          "Whether each token, END among them, is as likely as any other, or as likely as it is often"
              + " in the corpus.")
  private Kind kind;

  @Option(
      names = "--corpus",
      paramLabel = "FILE",
      arity = "1..*",
      description = {
        "For frequency: where the tokens are counted. SMILES in .smi, .txt, .csv or .tsv, each also"
            + " .gz.",
        NamedCorpora.HELP
      })
  private List<Path> corpus = List.of();

  @Option(names = "--column", paramLabel = "NAME", description = CorpusCommand.COLUMN)
  private String column;

  @Option(
      names = "--on-invalid",
      paramLabel = "skip|fail",
      defaultValue = "fail",
      description = CorpusCommand.ON_INVALID)
  private OnInvalid onInvalid;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "The model file to write.")
  private Path out;

  @Option(names = "--force", description = "Replace a file that is there already.")
  private boolean force;

  @Option(
      names = "--card",
      paramLabel = "FIELD=TEXT",
      description = "A field of the model card, as in licence=... ; may be given several times.")
  private Map<String, String> fields = new LinkedHashMap<>();

  BaselineCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws CommandException, CorpusException, SetException {
    if (kind == Kind.UNIFORM && !corpus.isEmpty()) {
      throw new CommandException(
          Problem.OPTION, "uniform counts nothing, so --corpus has no meaning. Leave it out.");
    }
    if (kind == Kind.FREQUENCY && corpus.isEmpty()) {
      throw new CommandException(
          Problem.OPTION, "frequency needs molecules to count tokens in. Name them by --corpus.");
    }
    ResultTarget.check(out, force);
    ModelFile model = ModelChoice.read(like);
    ModelFile baseline =
        kind == Kind.UNIFORM ? Baseline.uniform(model, card(model, null)) : frequency(model);
    byte[] bytes = ModelFileWriter.write(baseline);
    ResultTarget.write(out, target -> target.write(bytes));
    terminal
        .err()
        .println("Wrote " + out + ": " + bytes.length + " bytes, model " + ModelId.of(baseline));
    return ExitCode.OK.number();
  }

  private ModelFile frequency(ModelFile model) throws CorpusException, SetException {
    CorpusSettings defaults = CorpusSettings.defaults();
    CorpusSettings settings =
        new CorpusSettings(
            column,
            onInvalid,
            defaults.maxLength(),
            defaults.minCount(),
            0,
            model.notation(),
            defaults.spellings());
    ReadingProgress progress = new ReadingProgress(terminal);
    TrainingData data;
    try {
      data =
          CorpusLoader.load(
              new NamedCorpora(terminal).sources(corpus),
              List.of(),
              settings,
              new OfModel(model.vocabulary(), Strangers.REFUSED),
              progress);
    } finally {
      progress.clear();
    }
    terminal.err().print(data.report().table());
    TokenCounts counts = new TokenCounts(data.training());
    return Baseline.frequency(model, counts, card(model, data.report()));
  }

  /** What the file says of itself; {@code report} is null where no corpus was read. */
  private Map<String, String> card(ModelFile model, CorpusReport report) {
    Map<String, String> card = new LinkedHashMap<>(fields);
    put(card, CardField.NAME, "Tokens without memory: " + kind.words);
    put(
        card,
        CardField.INTENDED_USE,
        "Teaching: what a network writes is held against what needs no network.");
    put(
        card,
        CardField.OUT_OF_SCOPE,
        "Decisions about real substances. What it writes is mostly no molecule.");
    if (report != null) {
      put(card, CardField.CORPUS, CorpusWords.sources(report));
      put(card, CardField.CORPUS_LICENCE, CorpusWords.terms(report));
      put(card, CardField.TRAINING_MOLECULES, Integer.toString(report.training()));
    }
    put(
        card,
        CardField.TOKENS,
        model.vocabulary().size()
            + " of "
            + model.notation().id()
            + ", tokenizer version "
            + Notation.TOKENIZER_VERSION);
    put(card, CardField.LIMITS, "Knows nothing of what stands before a token.");
    return card;
  }

  private static void put(Map<String, String> card, CardField field, String text) {
    card.putIfAbsent(field.id(), text);
  }
}
