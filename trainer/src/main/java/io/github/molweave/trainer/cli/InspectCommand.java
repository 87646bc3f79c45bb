package io.github.molweave.trainer.cli;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.modelfile.ModelId;
import io.github.molweave.modelfile.Tensor;
import io.github.molweave.network.Architecture;
import io.github.molweave.network.NumericVersion;
import io.github.molweave.tokens.Vocabulary;
import io.github.molweave.trainer.card.CardMarkdown;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code inspect}: what a model file says of itself. */
@Command(
    name = "inspect",
    description = {
      "Checks a model file and shows its sizes, vocabulary, card and tensors. A file that is shown is"
          + " whole: its checksum was verified.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  molweave inspect first.safetensors",
      "  molweave inspect first.safetensors --markdown > first.md"
    })
final class InspectCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", description = "A model file, or the folder of a training run.")
  private Path file;

  @Option(names = "--markdown", description = "Write the card for people, as Markdown.")
  private boolean markdown;

  InspectCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws CommandException, IOException {
    ModelFile model = ModelChoice.read(file);
    String text = markdown ? CardMarkdown.of(model) : describe(model);
    terminal.out().write(text.getBytes(StandardCharsets.UTF_8));
    terminal.out().flush();
    return ExitCode.OK.number();
  }

  private static String describe(ModelFile model) {
    Architecture sizes = model.architecture();
    Vocabulary vocabulary = model.vocabulary();
    StringBuilder text = new StringBuilder();
    row(text, "model", ModelId.of(model) + ", numeric version " + NumericVersion.CURRENT);
    row(text, "checksum", "verified");
    row(text, "network", sizes.cell().id() + ", " + counted(sizes.layers(), "layer"));
    row(
        text,
        "sizes",
        sizes.hiddenSize()
            + " units, embedding "
            + sizes.embeddingSize()
            + ", vocabulary "
            + sizes.vocabularySize());
    row(text, "precision", model.precision().name().toLowerCase(Locale.ROOT));
    row(text, "notation", model.notation().id());
    row(text, "start", token(vocabulary, vocabulary.start()));
    row(text, "end", token(vocabulary, vocabulary.end()));
    row(text, "mask", token(vocabulary, vocabulary.maskToken()));
    if (model.lengths() != null) {
      row(text, "lengths", model.lengths().shortest() + ".." + model.lengths().longest());
    }
    row(text, "vocabulary", String.join(" ", vocabulary.tokens()));
    text.append("card\n");
    model.card().forEach((field, value) -> row(text, "  " + field, value));
    text.append("tensors\n");
    for (Map.Entry<String, Tensor> entry : model.tensors().entrySet()) {
      row(text, "  " + entry.getKey(), shape(entry.getValue()));
    }
    return text.toString();
  }

  private static void row(StringBuilder text, String name, String value) {
    // The reader lets no control character but these through.
    text.append(name).append(": ").append(value.replace("\n", "\n    ")).append('\n');
  }

  private static String counted(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  private static String token(Vocabulary vocabulary, int id) {
    return id == Vocabulary.NONE ? "none" : vocabulary.token(id) + " (id " + id + ")";
  }

  private static String shape(Tensor tensor) {
    String sizes =
        Arrays.stream(tensor.shape())
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(" x "));
    return (tensor instanceof Tensor.I8 ? "I8 " : "F32 ") + sizes;
  }
}
