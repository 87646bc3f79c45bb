package io.github.molweave.trainer.cli;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.modelfile.ModelFileException;
import io.github.molweave.modelfile.ModelFileReader;
import io.github.molweave.trainer.checkpoint.RunFolder;
import io.github.molweave.trainer.cli.CommandException.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The option {@code --model}, and the model that is meant when it is missing. */
final class ModelChoice {
  /** Where the launcher tells that the program stands. */
  static final String HOME_PROPERTY = "molweave.home";

  /** Where the page's models stand below it. */
  static final Path SHIPPED = Path.of("web", "src", "main", "site", "models");

  /** The page, and the page as it is built: where the paths of a link begin. */
  private static final List<Path> PAGES =
      List.of(Path.of("web", "src", "main", "site"), Path.of("web", "target", "site"));

  private static final String EXTENSION = ".safetensors";

  /** Far above any model that the format allows; a larger file is something else. */
  private static final long LARGEST = 1L << 30;

  @Option(
      names = "--model",
      paramLabel = "FILE",
      description = "A model file, or the folder of a training run. Default: the page's model.")
  private Path model;

  /** Reads the model; a folder means the model file of the run in it. */
  ModelFile read() throws CommandException {
    return read(model == null ? shipped() : model);
  }

  /** Reads the model at {@code path}. */
  static ModelFile read(Path path) throws CommandException {
    Path file = Files.isDirectory(path) ? new RunFolder(path).modelFile() : path;
    try {
      if (!Files.exists(file)) {
        throw new CommandException(
            Problem.MODEL_UNREADABLE,
            "there is no model file " + file + ". Check its name, or train one first.");
      }
      if (Files.isRegularFile(file) && Files.size(file) > LARGEST) {
        throw new CommandException(
            Problem.MODEL_UNREADABLE,
            file + " is larger than any model can be. Name another file.");
      }
      return ModelFileReader.read(Files.readAllBytes(file));
    } catch (ModelFileException finding) {
      throw new UnfitFileException(file, finding);
    } catch (IOException failure) {
      throw new CommandException(
          Problem.MODEL_UNREADABLE,
          file + " cannot be read (" + failure.getMessage() + "). Check its permissions.",
          failure);
    }
  }

  /** Whether a model is named on the command line. */
  boolean isNamed() {
    return model != null;
  }

  /** Reads the model that a link calls {@code name}; empty for the page's own. */
  ModelFile shipped(Optional<String> name) throws CommandException {
    if (name.isEmpty()) {
      return read(shipped());
    }
    String path = name.get();
    if (!path.contains("/") && !path.endsWith(EXTENSION)) {
      path = "models/" + path + EXTENSION;
    }
    for (Path page : PAGES) {
      Path file = home().resolve(page).resolve(path);
      if (Files.isRegularFile(file)) {
        return read(file);
      }
    }
    throw new CommandException(
        Problem.LINK_MODEL,
        "the link's model, " + name.get() + ", is not here. Name its file by --model.");
  }

  private static Path shipped() throws CommandException {
    Path folder = home().resolve(SHIPPED);
    Path preferred = folder.resolve(defaultIn(folder.resolve("index.json")));
    if (Files.isRegularFile(preferred)) {
      return preferred;
    }
    for (Path file : modelsIn(folder)) {
      return file;
    }
    throw new CommandException(
        Problem.NO_MODEL,
        "no model is named, and this build comes without one. Name a model file by --model.");
  }

  private static Path home() {
    return Path.of(System.getProperty(HOME_PROPERTY, ""));
  }

  /** The file name that the page's list of models calls its default; empty when there is none. */
  private static String defaultIn(Path list) {
    try {
      JsonElement models = JsonParser.parseString(Files.readString(list));
      JsonElement chosen = models.isJsonObject() ? models.getAsJsonObject().get("default") : null;
      return chosen != null && chosen.isJsonPrimitive() ? chosen.getAsString() : "";
    } catch (IOException | JsonParseException unreadable) {
      return "";
    }
  }

  private static List<Path> modelsIn(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(EXTENSION)).sorted().toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }
}
