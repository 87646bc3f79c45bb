package io.github.molweave.e2e.parity;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.molweave.sampling.ValidityMode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The molecules of the tiny models as the JVM drew them when the numbers were fixed. A change of a
 * single one is a change of the numeric version. {@link #main} wrote the file.
 */
final class GoldenMolecules {
  private static final String FILE = "golden-molecules.tsv";

  private GoldenMolecules() {}

  /** What is drawn from each tiny model: three seeds at four temperatures, and each option once. */
  static List<Draw> draws() {
    List<Draw> draws = new ArrayList<>();
    for (double seed : new double[] {0, 7, 9007199254740991.0}) {
      for (double temperature : new double[] {0, 0.7, 1, 1.5}) {
        draws.add(Draw.of(seed, temperature, temperature == 0 ? 1 : 8));
      }
    }
    draws.add(new Draw(11, 1, 5, 1, "", 60, ValidityMode.OFF, 8));
    draws.add(new Draw(11, 1.2, 0, 0.8, "", 60, ValidityMode.OFF, 8));
    draws.add(new Draw(11, 1, 0, 1, "CC(=O)", 60, ValidityMode.OFF, 8));
    draws.add(new Draw(11, 1000, 0, 1, "", 12, ValidityMode.OFF, 8));
    return draws;
  }

  /** The committed lines of one model, for all its draws. */
  static List<String> lines(TinyModel model) {
    try (InputStream in = GoldenMolecules.class.getResourceAsStream(FILE)) {
      return new String(in.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> line.startsWith(model.name() + "\t"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts the model and the draw before each line of each draw. */
  static List<String> named(TinyModel model, List<List<String>> answers) {
    List<String> lines = new ArrayList<>();
    for (int draw = 0; draw < answers.size(); draw++) {
      for (String line : answers.get(draw)) {
        lines.add(model + "\t" + draws().get(draw) + "\t" + line);
      }
    }
    return lines;
  }

  /** What the JVM draws now from {@code file}, one form of {@code model}. */
  static List<String> fromJvm(TinyModel model, byte[] file) {
    return named(model, draws().stream().map(draw -> JvmMolecules.draw(file, draw)).toList());
  }

  /** Writes the file anew: {@code main FOLDER}. */
  public static void main(String[] arguments) throws IOException {
    List<String> lines = new ArrayList<>();
    for (TinyModel model : TinyModel.values()) {
      lines.addAll(fromJvm(model, model.bytes()));
    }
    Files.write(Path.of(arguments[0], FILE), lines);
  }
}
