package io.github.molweave.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.molweave.modelfile.ModelFileReader;
import io.github.molweave.network.LanguageModel;
import io.github.molweave.random.Seed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * File to molecule, against {@code golden_molecules.py}: the same contract in another language,
 * sharing no code.
 */
class GoldenMoleculesTest {
  @Test
  void drawsWhatAnIndependentProgramDraws() throws IOException {
    LanguageModel model = LanguageModel.of(ModelFileReader.read(resource("tiny-gru.safetensors")));
    String table = new String(resource("golden-molecules.tsv"), StandardCharsets.UTF_8);
    List<String> rows = table.lines().skip(1).toList();
    assertEquals(72, rows.size());
    for (String row : rows) {
      String[] cells = row.split("\t", -1);
      SamplingOptions options =
          SamplingOptions.defaults()
              .withValidity(ValidityMode.OFF)
              .withSeed(Seed.of(Double.parseDouble(cells[0])))
              .withTemperature(Double.parseDouble(cells[1]))
              .withTopK(Integer.parseInt(cells[2]))
              .withTopP(Double.parseDouble(cells[3]))
              .withPrefix(cells[4])
              .withMaxLength(Integer.parseInt(cells[5]));
      Sample sample = new Sampler(model, options).sample(Integer.parseInt(cells[6]));
      assertEquals(cells[9], sample.text(), row);
      assertEquals(cells[7], sample.stop().id(), row);
      assertEquals(Double.parseDouble(cells[8]), sample.logProbability(), 1e-9, row);
    }
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = GoldenMoleculesTest.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }
}
