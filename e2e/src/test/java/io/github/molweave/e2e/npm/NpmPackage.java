package io.github.molweave.e2e.npm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.modelfile.ModelFileReader;
import io.github.molweave.network.LanguageModel;
import io.github.molweave.random.Seed;
import io.github.molweave.sampling.Sample;
import io.github.molweave.sampling.Sampler;
import io.github.molweave.sampling.SamplingOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the build of {@code browser} leaves for npm, and the examples of its README. */
final class NpmPackage {
  static final Path FOLDER = Path.of("..", "browser", "target", "npm");

  /** A file's name in backticks, then its content. */
  private static final Pattern EXAMPLE =
      Pattern.compile("`([\\w.]+)`:\\s+```\\w+\\n(.*?)```", Pattern.DOTALL);

  private static final Pattern OPTIONS =
      Pattern.compile("sample\\(\\{ count: (\\d+), seed: (\\d+), temperature: ([\\d.]+) \\}\\)");

  private NpmPackage() {}

  /** The names of its files, sorted. */
  static List<String> files() {
    assertTrue(Files.isRegularFile(FOLDER.resolve("package.json")), FOLDER + " is not built");
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> FOLDER.relativize(file).toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] bytes(String file) {
    try {
      return Files.readAllBytes(FOLDER.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file {@code name} of the README's example. */
  static String example(String name) {
    Matcher found = EXAMPLE.matcher(new String(bytes("README.md"), UTF_8));
    while (found.find()) {
      if (found.group(1).equals(name)) {
        return found.group(2);
      }
    }
    throw new AssertionError("the README shows no " + name);
  }

  /** The molecules that the JVM draws with the options of the example. */
  static List<String> exampleMolecules(byte[] model) {
    Matcher options = OPTIONS.matcher(example("dream.js"));
    assertTrue(options.find(), "the example samples otherwise");
    SamplingOptions asked =
        SamplingOptions.defaults()
            .withSeed(Seed.of(Double.parseDouble(options.group(2))))
            .withTemperature(Double.parseDouble(options.group(3)));
    Sampler sampler = new Sampler(LanguageModel.of(ModelFileReader.read(model)), asked);
    List<String> molecules =
        IntStream.range(0, Integer.parseInt(options.group(1)))
            .mapToObj(sampler::sample)
            .map(Sample::smiles)
            .toList();
    assertEquals(5, molecules.size());
    return molecules;
  }
}
