package io.github.molweave.trainer.cli;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.modelfile.ModelFile.Precision;
import io.github.molweave.tokens.Vocabulary;
import io.github.molweave.trainer.checkpoint.Origin;
import io.github.molweave.trainer.checkpoint.StartingModel;
import io.github.molweave.trainer.cli.CommandException.Problem;
import io.github.molweave.trainer.corpus.VocabularyChoice;
import io.github.molweave.trainer.corpus.VocabularyChoice.OfModel;
import io.github.molweave.trainer.corpus.VocabularyChoice.Strangers;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of {@code train} that begin with somebody's weights. */
final class InitOptions {
  @Option(
      names = "--init",
      paramLabel = "MODEL",
      description =
          "Begin with the weights of this model file (or of the run in this folder), with its"
              + " network and its tokens, and learn from another corpus. Its result on held-out molecules"
              + " is epoch 0: the run keeps it until an epoch is better.")
  private Path init;

  @Option(
      names = "--extend-vocabulary",
      description =
          "With --init: add the tokens of the corpus that the model does not have. Their rows begin"
              + " as the mean of the rows of its tokens.")
  private boolean extendVocabulary;

  /** The model to begin with. */
  Optional<StartingModel> model() throws CommandException {
    if (init == null) {
      if (extendVocabulary) {
        throw new CommandException(
            Problem.OPTION, "--extend-vocabulary adds tokens to the model of --init. Name one.");
      }
      return Optional.empty();
    }
    ModelFile file = ModelChoice.read(init);
    if (file.vocabulary().end() == Vocabulary.NONE) {
      throw new CommandException(
          Problem.OPTION,
          init
              + " is a model without END: it never learned where a molecule ends, and training"
              + " teaches just that. Train a new model instead.");
    }
    return Optional.of(new StartingModel(file));
  }

  /** Where the ids of the corpus come from. */
  VocabularyChoice vocabulary(Optional<StartingModel> model) {
    if (model.isEmpty()) {
      return VocabularyChoice.FROM_CORPUS;
    }
    return new OfModel(
        model.get().file().vocabulary(), extendVocabulary ? Strangers.ADDED : Strangers.REFUSED);
  }

  /** Says what the run begins with. */
  void tell(StartingModel model, Vocabulary vocabulary, PrintStream err) {
    Origin origin = model.origin(vocabulary);
    String precision =
        model.file().precision() == Precision.INT8
            ? "an int8 file: its weights are rounded to 8 bits, which costs a little"
            : "full precision";
    err.println("Begins from model " + origin.modelId() + " (" + precision + ")");
    if (!origin.addedTokens().isEmpty()) {
      err.println("Added tokens: " + String.join(" ", origin.addedTokens()));
    }
  }
}
