package io.github.molweave.trainer.cli;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.network.JvmKernel;
import io.github.molweave.network.LanguageModel;
import io.github.molweave.sampling.SamplingOptions;
import io.github.molweave.trainer.card.CardField;
import io.github.molweave.trainer.card.RawSampleWords;
import io.github.molweave.trainer.card.RawSampleWords.Recited;
import io.github.molweave.trainer.cli.CommandException.Problem;
import io.github.molweave.trainer.corpus.CorpusException;
import io.github.molweave.trainer.corpus.CorpusReader;
import io.github.molweave.trainer.corpus.CorpusSource;
import io.github.molweave.trainer.corpus.DropReason;
import io.github.molweave.trainer.evaluation.HeldOutNll;
import io.github.molweave.trainer.evaluation.RawSamples;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Option;

/** What the options of {@code export} add to a model's card: words, and measured facts. */
final class CardOptions {
  private static final int MOST_SAMPLES = 10_000_000;

  @Option(
      names = "--card",
      paramLabel = "FIELD=TEXT",
      description = "A field of the model card, as in licence=... ; may be given several times.")
  private Map<String, String> fields = new LinkedHashMap<>();

  @Option(
      names = "--valid",
      paramLabel = "FILE",
      description = "Measure the NLL of these held-out molecules under the model as it runs.")
  private Path valid;

  @Option(
      names = "--samples",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Draw N molecules (T = 1, seed 0) and measure how many are valid (${DEFAULT-VALUE}).")
  private int samples;

  @Option(
      names = "--train",
      paramLabel = "FILE",
      description = "Count how many of the samples stand, letter by letter, in this corpus.")
  private Path train;

  /** {@code model} with its card extended. */
  ModelFile extend(ModelFile model, Terminal terminal) throws CommandException, CorpusException {
    if (samples < 0 || samples > MOST_SAMPLES || (train != null && samples == 0)) {
      throw new CommandException(
          Problem.OPTION,
          "--samples must be 0.." + MOST_SAMPLES + ", and more than 0 with --train.");
    }
    Map<String, String> card = new LinkedHashMap<>(fields);
    model.card().forEach(card::putIfAbsent);
    LanguageModel runs = LanguageModel.of(model, new JvmKernel());
    if (valid != null) {
      card.put(CardField.VALIDATION_NLL_INT8.id(), heldOut(runs, terminal));
    }
    if (samples > 0) {
      card.put(CardField.RAW_SAMPLES.id(), rawSamples(runs, terminal));
    }
    return new ModelFile(
        model.architecture(),
        model.vocabulary(),
        model.notation(),
        model.lengths(),
        card,
        model.tensors());
  }

  private String heldOut(LanguageModel model, Terminal terminal) throws CorpusException {
    List<String> molecules = molecules(valid);
    try (CountProgress progress =
        new CountProgress(terminal, "molecules scored", molecules.size())) {
      HeldOutNll nll = HeldOutNll.of(model, molecules, progress);
      String unscored =
          nll.unscored() == 0 ? "" : "; " + nll.unscored() + " with unknown tokens left out";
      return nll.perToken() + " (" + nll.molecules() + " molecules" + unscored + ")";
    }
  }

  private String rawSamples(LanguageModel model, Terminal terminal) throws CorpusException {
    Set<String> training = train == null ? Set.of() : new HashSet<>(molecules(train));
    try (CountProgress progress = new CountProgress(terminal, "molecules drawn", samples)) {
      RawSamples raw =
          RawSamples.of(model, SamplingOptions.defaults(), samples, training, progress);
      return RawSampleWords.of(raw, train == null ? Recited.NOT_ASKED : Recited.LOOKED_UP);
    }
  }

  private static List<String> molecules(Path file) throws CorpusException {
    List<String> molecules = new ArrayList<>();
    CorpusReader.Sink sink =
        new CorpusReader.Sink() {
          @Override
          public void molecule(long line, String text) {
            molecules.add(text);
          }

          @Override
          public void bad(long line, DropReason reason, String detail) {
            // A line that is no molecule is none to score; 'train' and 'corpus' report such lines.
          }
        };
    new CorpusReader(null).read(CorpusSource.file(file), sink);
    return molecules;
  }
}
