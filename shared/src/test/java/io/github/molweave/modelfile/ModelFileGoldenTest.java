package io.github.molweave.modelfile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.molweave.modelfile.ModelFile.LengthRange;
import io.github.molweave.modelfile.ModelFile.Precision;
import io.github.molweave.network.Architecture;
import io.github.molweave.network.CellKind;
import io.github.molweave.tokens.Notation;
import io.github.molweave.tokens.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against files that {@code independent.py} wrote, and one that it can verify. */
class ModelFileGoldenTest {
  private static final Path DOCUMENT = Path.of("../docs/model-file.md");

  @Test
  void readsAFloatModelOfAnotherWriter() {
    ModelFile model = ModelFileReader.read(golden("gru-f32"));

    assertEquals(new Architecture(CellKind.GRU_RESET_AFTER, 7, 3, 5, 2), model.architecture());
    assertEquals(Notation.SMILES, model.notation());
    assertEquals(
        List.of("<start>", "<end>", "C", "c", "[nH]", "Cl", "%10"), model.vocabulary().tokens());
    assertEquals(0, model.vocabulary().start());
    assertEquals(1, model.vocabulary().end());
    assertEquals(Vocabulary.NONE, model.vocabulary().maskToken());
    assertEquals(
        Map.of("licence", "CC0-1.0", "note", "\u00b5 \"quoted\" \\ \ud83e\uddea"), model.card());
    assertEquals(Precision.F32, model.precision());
  }

  /** The sums are those that {@code independent.py verify} prints. */
  @ParameterizedTest
  @CsvSource({
    "gru-f32, embedding.weight, 0.378944",
    "gru-f32, output.bias, 1.105608",
    "gru-f32, rnn.weight_hh_l0, -126.003769",
    "gru-f32, rnn.weight_ih_l1, -5.424785",
    "gru-int8, output.weight.scale, 0.040451",
    "gru-int8, output.weight, 442",
    "gru-int8, rnn.weight_hh_l1, -962",
    "lstm-int8, rnn.bias_hh_l0, -0.362080",
    "lstm-int8, rnn.weight_ih_l0, 38"
  })
  void readsTheNumbersOfAnotherWriter(String file, String tensor, double sum) {
    Tensor read = ModelFileReader.read(golden(file)).tensors().get(tensor);

    double found = 0;
    if (read instanceof Tensor.F32 floats) {
      for (float value : floats.values()) {
        found += value;
      }
    } else {
      for (byte value : ((Tensor.I8) read).values()) {
        found += value;
      }
    }
    assertEquals(sum, found, 6e-7);
  }

  @Test
  void readsAModelWithoutEndButWithAMask() {
    ModelFile model = ModelFileReader.read(golden("lstm-int8"));

    assertEquals(new Architecture(CellKind.LSTM, 3, 2, 3, 1), model.architecture());
    assertEquals(Vocabulary.NONE, model.vocabulary().end());
    assertEquals(0, model.vocabulary().start());
    assertEquals(0, model.vocabulary().maskToken());
    assertEquals(new LengthRange(1, 99), model.lengths());
    assertEquals(Precision.INT8, model.precision());
  }

  @Test
  void quantisesAndWritesTheVeryBytesOfAnotherWriter() {
    ModelFile floats = ModelFileReader.read(golden("gru-f32"));

    assertArrayEquals(golden("gru-int8"), ModelFileWriter.write(Quantisation.quantise(floats)));
  }

  /** The id is the one that {@code independent.py make} prints. */
  @Test
  void givesTheIdOfAnotherWriter() {
    String id = "63182201ebdc3e444241ef44bacd09c07e33b19683b5a1dab0aa22d9a81f27a0";

    assertEquals(id, ModelId.of(ModelFileReader.read(golden("gru-f32"))));
    assertEquals(id, ModelId.of(ModelFileReader.read(golden("gru-int8"))));
  }

  @Test
  void writesTheFileThatTheScriptVerified() throws IOException {
    byte[] written = ModelFileWriter.write(TinyModels.twoTokens());
    Path fresh = Path.of("target/two-tokens.safetensors");
    Files.write(fresh, written);

    assertArrayEquals(
        golden("two-tokens"),
        written,
        () -> "if the format was meant to change, verify and commit " + fresh);
  }

  @Test
  void theDocumentShowsTheGoldenFile() throws IOException {
    List<String> lines = Files.readAllLines(DOCUMENT);
    int at = lines.indexOf("<!-- hex dump of two-tokens.safetensors -->") + 2;
    StringBuilder digits = new StringBuilder();
    for (String line = lines.get(at); !line.startsWith("```"); line = lines.get(++at)) {
      assertEquals(digits.length() / 2, HexFormat.fromHexDigits(line.substring(0, 8)));
      String row = line.substring(10, Math.min(line.length(), 58)).replace(" ", "");
      byte[] bytes = HexFormat.of().parseHex(row);
      assertEquals(shown(bytes), line.substring(60));
      digits.append(row);
    }

    assertEquals(HexFormat.of().formatHex(golden("two-tokens")), digits.toString());
  }

  private static String shown(byte[] bytes) {
    StringBuilder text = new StringBuilder("|");
    for (byte b : bytes) {
      text.append(b >= ' ' && b <= '~' ? (char) b : '.');
    }
    return text.append('|').toString();
  }

  private static byte[] golden(String name) {
    String resource = "/modelfile/" + name + ".safetensors";
    try (InputStream in = ModelFileGoldenTest.class.getResourceAsStream(resource)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
