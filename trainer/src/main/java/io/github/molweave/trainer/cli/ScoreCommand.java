package io.github.molweave.trainer.cli;

import io.github.molweave.network.JvmKernel;
import io.github.molweave.network.LanguageModel;
import io.github.molweave.scoring.SequenceScore;
import io.github.molweave.scoring.SequenceScorer;
import io.github.molweave.tokens.UnknownTokenException;
import io.github.molweave.trainer.cli.CommandException.Problem;
import io.github.molweave.trainer.cli.GivenMolecules.Placed;
import io.github.molweave.trainer.cli.GivenMolecules.Tally;
import io.github.molweave.trainer.cli.ScoreWriter.Format;
import io.github.molweave.trainer.corpus.CorpusException;
import io.github.molweave.trainer.corpus.NotedMolecule;
import io.github.molweave.trainer.corpus.OnInvalid;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code score}: how well a model expects given molecules. */
@Command(
    name = "score",
    description = {
      "Prints the negative log-likelihood of molecules under a model: in nats, for the whole molecule"
          + " and per token, END included.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  molweave score CCO 'c1ccccc1'",
      "  molweave score --model runs/first --in test.smi.gz --out scores.tsv"
    })
final class ScoreCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private ModelChoice model;
  @Mixin private ResultTarget target;

  @ArgGroup(multiplicity = "1")
  private GivenMolecules molecules;

  @Option(
      names = "--column",
      paramLabel = "NAME",
      description = "The column of molecules in a table. Default: smiles.")
  private String column;

  @Option(
      names = "--on-invalid",
      paramLabel = "skip|fail",
      defaultValue = "fail",
      description = "What a molecule that the model cannot read does (${DEFAULT-VALUE}).")
  private OnInvalid onInvalid;

  @Option(
      names = "--format",
      paramLabel = "tsv|json",
      defaultValue = "tsv",
      description = "A table, or JSON with the score of every token (${DEFAULT-VALUE}).")
  private Format format;

  ScoreCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws CommandException, CorpusException, ClosedPipeException {
    target.check();
    LanguageModel network = LanguageModel.of(model.read(), new JvmKernel());
    SequenceScorer scorer = new SequenceScorer(network);
    List<SequenceScore> scores = new ArrayList<>();
    Tally tally = new Tally();
    for (Placed molecule : molecules.read(column, tally)) {
      try {
        String text = NotedMolecule.of(molecule.text(), network.notation(), network.vocabulary());
        scores.add(scorer.score(text));
      } catch (UnknownTokenException unknown) {
        tally.add(molecule.place() + ": " + unknown.getMessage());
      }
    }
    if (tally.count() > 0) {
      refuseOrTell(tally, scores.size());
    }
    target.write(terminal, out -> ScoreWriter.write(format, scores, out));
    summarise(scores);
    return ExitCode.OK.number();
  }

  private void refuseOrTell(Tally tally, int scored) throws CommandException {
    String found = tally.words("scored");
    if (onInvalid == OnInvalid.FAIL || scored == 0) {
      throw new CommandException(
          Problem.UNKNOWN_TOKEN, found + "\nCorrect them, or pass --on-invalid skip.");
    }
    terminal.err().println("Skipped: " + found);
  }

  private void summarise(List<SequenceScore> scores) {
    double total = 0;
    long tokens = 0;
    for (SequenceScore score : scores) {
      total += score.negativeLogLikelihood();
      tokens += score.tokens().size();
    }
    if (tokens > 0) {
      double perToken = total / tokens;
      terminal
          .err()
          .println(
              scores.size()
                  + " molecules, "
                  + tokens
                  + " tokens: "
                  + ScoreWriter.rounded(perToken)
                  + " nats per token, perplexity "
                  + ScoreWriter.rounded(Math.exp(perToken)));
    }
  }
}
