package io.github.molweave.trainer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.molweave.modelfile.ModelId;
import io.github.molweave.network.LanguageModel;
import io.github.molweave.random.Seed;
import io.github.molweave.sampling.Sample;
import io.github.molweave.sampling.Sampler;
import io.github.molweave.sampling.SamplingOptions;
import io.github.molweave.sampling.ValidityMode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SampleCommandTest {
  @TempDir private Path folder;
  private Path model;

  @BeforeEach
  void writeModel() throws IOException {
    model = TinyModel.writeTo(folder.resolve("tiny.safetensors"));
  }

  /** What the library draws for the same request, molecule by molecule, invalid text kept. */
  private static List<Sample> expected(int count, long seed) {
    SamplingOptions options =
        SamplingOptions.defaults().withSeed(Seed.of((double) seed)).withValidity(ValidityMode.OFF);
    Sampler sampler = new Sampler(LanguageModel.of(TinyModel.model()), options);
    List<Sample> samples = new ArrayList<>();
    for (int index = 0; index < count; index++) {
      samples.add(sampler.sample(index));
    }
    return samples;
  }

  private CommandRun sample(Object... more) {
    List<Object> words = new ArrayList<>(List.of("sample", "--model", model, "--validity", "off"));
    words.addAll(Arrays.asList(more));
    return CommandRun.of(words.toArray());
  }

  @Test
  void printsOneMoleculeALineInOrder() {
    List<String> texts = expected(100, 5).stream().map(Sample::text).toList();
    CommandRun run = sample("--count", 100, "--seed", 5);
    assertEquals(0, run.exitCode(), run.err());
    assertEquals(texts, run.out().lines().toList());
    assertTrue(
        run.err().lines().anyMatch(line -> line.matches("100 molecules drawn in .*s, [0-9.]+/s")),
        run.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"smi", "csv", "json"})
  void theNumberOfThreadsChangesNoByte(String format) throws IOException {
    String one = null;
    for (int threads = 1; threads <= 3; threads++) {
      Path out = folder.resolve(threads + "." + format);
      Object[] words = {"--count", 1000, "--threads", threads, "--format", format, "--out", out};
      assertEquals(0, sample(words).exitCode());
      one = one == null ? Files.readString(out) : one;
      assertEquals(one, Files.readString(out));
    }
  }

  @Test
  void drawsInvalidSamplesAgainUnlessToldOtherwise() {
    SamplingOptions options = SamplingOptions.defaults().withSeed(Seed.of(5));
    Sampler sampler = new Sampler(LanguageModel.of(TinyModel.model()), options);
    List<Sample> samples = IntStream.range(0, 100).mapToObj(sampler::sample).toList();
    int redraws = samples.stream().mapToInt(Sample::redraws).sum();
    assertTrue(redraws > 0, "nothing to see here");
    CommandRun run = CommandRun.of("sample", "--model", model, "--count", 100, "--seed", 5);
    assertEquals(samples.stream().map(Sample::text).toList(), run.out().lines().toList());
    assertTrue(run.err().contains("100 of 100 molecules are valid"), run.err());
    assertTrue(run.err().contains(redraws + " invalid samples were drawn again"), run.err());
    assertTrue(run.err().contains(" % of " + (100 + redraws) + " ("), run.err());
  }

  @Test
  void saysHonestlyHowManyAreValidWhenNothingIsDrawnAgain() {
    long valid = expected(100, 5).stream().filter(Sample::isValid).count();
    CommandRun run = sample("--count", 100, "--seed", 5);
    assertTrue(run.err().contains(valid + " of 100 molecules are valid. Unaided"), run.err());
    CommandRun one =
        CommandRun.of("sample", "--model", model, "--count", 100, "--seed", 5, "--attempts", 1);
    assertEquals(run.out(), one.out());
    assertTrue(one.err().contains("; 0 invalid samples were drawn again"), one.err());
  }

  @Test
  void writesATableThatReadsBack() {
    List<Sample> samples = expected(50, 2);
    CommandRun run = sample("--count", 50, "--seed", 2, "--format", "csv");
    List<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(run.out()).stream().toList();
    assertEquals(50, rows.size());
    for (int i = 0; i < 50; i++) {
      Sample sample = samples.get(i);
      String text = rows.get(i).getField("smiles");
      assertEquals(sample.text(), text.startsWith("'") ? text.substring(1) : text);
      assertEquals(Integer.toString(i), rows.get(i).getField("index"));
      assertEquals(
          sample.logProbability(), Double.parseDouble(rows.get(i).getField("log_probability")));
      assertEquals(sample.stop().id(), rows.get(i).getField("stop"));
      assertEquals(Boolean.toString(sample.isValid()), rows.get(i).getField("valid"));
      assertEquals(sample.isValid(), rows.get(i).getField("reason").isEmpty());
      assertEquals("0", rows.get(i).getField("redraws"));
    }
    assertTrue(rows.stream().anyMatch(row -> row.getField("smiles").startsWith("'=")));
  }

  @Test
  void letsNoTextOfATableBeAFormula() {
    for (String text : List.of("=C", "+C", "-C", "@C")) {
      assertEquals("'" + text, MoleculeWriter.Table.withoutFormula(text));
    }
    for (String text : List.of("", "CC=O", "[nH]", "(C)")) {
      assertEquals(text, MoleculeWriter.Table.withoutFormula(text));
    }
  }

  @Test
  void writesJsonWithTheSettingsAndEveryToken() {
    CommandRun run = sample("--count", 5, "--seed", 3, "--format", "json");
    JsonObject json = JsonParser.parseString(run.out()).getAsJsonObject();
    assertEquals(ModelId.of(TinyModel.model()), json.get("model").getAsString());
    assertEquals("3", json.get("seed").getAsString());
    List<Sample> samples = expected(5, 3);
    for (int i = 0; i < 5; i++) {
      JsonObject molecule = json.getAsJsonArray("molecules").get(i).getAsJsonObject();
      assertEquals(samples.get(i).text(), molecule.get("smiles").getAsString());
      double sum = 0;
      for (JsonElement token : molecule.getAsJsonArray("tokens")) {
        sum += token.getAsJsonObject().get("logProbability").getAsDouble();
      }
      assertEquals(samples.get(i).logProbability(), sum, 1e-9);
      assertEquals(samples.get(i).isValid(), molecule.get("valid").getAsBoolean());
      assertEquals(!samples.get(i).isValid(), molecule.has("reason"));
      assertEquals(0, molecule.get("redraws").getAsInt());
    }
  }

  @Test
  void obeysPrefixTemperatureAndLength() {
    CommandRun run =
        sample("--count", 30, "--prefix", "ClC", "--max-length", 4, "--temperature", 5);
    assertTrue(run.out().lines().allMatch(line -> line.startsWith("ClC")), run.out());
    CommandRun greedy = sample("--count", 3, "--temperature", 0);
    assertEquals(1, greedy.out().lines().distinct().count());
  }

  @Test
  void writesAFileWholeAndReplacesNothingUnasked() throws IOException {
    Path out = folder.resolve("mine.smi");
    assertEquals(0, sample("--count", 20, "--out", out).exitCode());
    String first = Files.readString(out);
    assertEquals(20, first.lines().count());
    CommandRun again = sample("--count", 3, "--out", out);
    assertEquals(2, again.exitCode());
    assertTrue(again.err().contains("#cli-target-taken"), again.err());
    assertEquals(first, Files.readString(out));
    assertEquals(0, sample("--count", 3, "--out", out, "--force").exitCode());
    assertEquals(3, Files.readString(out).lines().count());
    assertEquals(2, sample("--out", folder).exitCode());
    assertEquals(2, sample("--out", folder.resolve("no/such/folder")).exitCode());
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(2, files.count(), "the model and the result, nothing half-written");
    }
  }

  @Test
  void namesTheOptionThatIsWrong() {
    String[][] cases = {
      {"--temperature", "-1", "temperature"},
      {"--temperature", "NaN", "temperature"},
      {"--top-p", "0", "top-p"},
      {"--top-k", "-1", "top-k"},
      {"--seed", "-1", "seed"},
      {"--seed", "9007199254740992", "seed"},
      {"--max-length", "0", "maximum length"},
      {"--count", "-1", "--count"},
      {"--threads", "0", "--threads"},
      {"--validity", "maybe", "--validity"},
      {"--attempts", "0", "attempts"},
      {"--format", "xml", "--format"},
      {"--prefix", "CBr", "'Br'"}
    };
    for (String[] wrong : cases) {
      CommandRun run = sample(wrong[0], wrong[1]);
      assertEquals(2, run.exitCode(), run.err());
      assertTrue(run.err().contains(wrong[2]), run.err());
      assertEquals("", run.out());
    }
  }

  @Test
  void refusesABadModelInWords() throws IOException {
    byte[] whole = Files.readAllBytes(model);
    Path page = Files.writeString(folder.resolve("page"), "<!doctype html><p>not found");
    Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, whole.length - 1));
    whole[whole.length - 3] ^= 1;
    Path changed = Files.write(folder.resolve("changed"), whole);
    Map<Path, String> cases =
        Map.of(
            folder.resolve("none"),
            "cli-model-unreadable",
            folder,
            "cli-model-unreadable",
            page,
            "model-web-page",
            cut,
            "model-cut-short",
            changed,
            "model-checksum-mismatch");
    CommandRun missing = CommandRun.of("sample", "--model", folder.resolve("none"));
    assertTrue(missing.err().contains("there is no model file"), missing.err());
    Path out = folder.resolve("out.smi");
    cases.forEach(
        (file, id) -> {
          CommandRun run = CommandRun.of("sample", "--model", file, "--out", out);
          assertEquals(4, run.exitCode(), run.err());
          assertTrue(run.err().contains("#" + id), run.err());
          assertFalse(Files.exists(out));
        });
  }

  @Test
  void takesThePagesModelWhenNoneIsNamed() throws IOException {
    System.setProperty(ModelChoice.HOME_PROPERTY, folder.toString());
    try {
      CommandRun none = CommandRun.of("sample", "--count", 3, "--seed", 5);
      assertEquals(2, none.exitCode(), none.err());
      assertTrue(none.err().contains("#cli-no-model"), none.err());
      Path models = Files.createDirectories(folder.resolve(ModelChoice.SHIPPED));
      TinyModel.writeTo(models.resolve("some.safetensors"));
      CommandRun run = CommandRun.of("sample", "--count", 3, "--seed", 5, "--validity", "off");
      assertEquals(expected(3, 5).stream().map(Sample::text).toList(), run.out().lines().toList());
    } finally {
      System.clearProperty(ModelChoice.HOME_PROPERTY);
    }
  }

  /** Fails after some bytes, as a pipe without a reader does. */
  private static final class Narrow extends OutputStream {
    private final String message;
    private int left = 100;

    Narrow(String message) {
      this.message = message;
    }

    @Override
    public void write(int value) throws IOException {
      if (left-- <= 0) {
        throw new IOException(message);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"smi", "csv", "json"})
  void endsQuietlyWhenNobodyReadsOn(String format) {
    Object[] words = {"sample", "--model", model, "--count", 100000, "--format", format};
    CommandRun run = CommandRun.into(new Narrow("Broken pipe"), Map.of(), words);
    assertEquals(0, run.exitCode());
    assertEquals("", run.err());
  }

  @ParameterizedTest
  @EnumSource
  void aFailureWithinAMoleculeIsNoOtherThanOneBetween(MoleculeWriter.Format format)
      throws IOException {
    Sample sample = expected(1, 5).get(0);
    MoleculeWriter writer = format.open(new Narrow("No space left on device"), Map.of());
    assertThrows(
        IOException.class,
        () -> {
          for (int i = 0; i < 100_000; i++) {
            writer.write(sample);
          }
        });
  }

  @Test
  void saysWhenStdoutCannotTakeTheResult() {
    CommandRun run =
        CommandRun.into(
            new Narrow("No space left on device"),
            Map.of(),
            "sample",
            "--model",
            model,
            "--count",
            100);
    assertEquals(1, run.exitCode());
    assertTrue(run.err().contains("stdout could not be written"), run.err());
  }
}
