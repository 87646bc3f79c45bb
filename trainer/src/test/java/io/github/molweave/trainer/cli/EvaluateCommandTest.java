package io.github.molweave.trainer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.molweave.trainer.metrics.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
  private static final List<String> TRAINING =
      List.of(
          "CCO",
          "CCN",
          "CCCO",
          "c1ccccc1",
          "Cc1ccccc1",
          "CC(=O)NC",
          "c1ccc2ccccc2c1",
          "CCCl",
          "OCC(O)CO",
          "CC(C)C",
          "CC#N",
          "C1CCNCC1");

  private static final List<String> GENERATED =
      List.of("OCC", "CCCC", "c1ccccc1O", "C1CC", "CCCC", "c1ccc2ncccc2c1");

  @TempDir private Path folder;
  private Path training;
  private Path generated;

  @BeforeEach
  void writeFiles() throws IOException {
    training = Files.write(folder.resolve("training.smi"), TRAINING);
    generated = Files.write(folder.resolve("generated.smi"), GENERATED);
  }

  private CommandRun evaluate(Object... more) {
    Object[] words = new Object[more.length + 3];
    words[0] = "evaluate";
    words[1] = "--train";
    words[2] = training;
    System.arraycopy(more, 0, words, 3, more.length);
    return CommandRun.of(words);
  }

  private static JsonObject json(CommandRun run) {
    assertEquals(0, run.exitCode(), run.err());
    return JsonParser.parseString(run.out()).getAsJsonObject();
  }

  private static JsonObject metric(JsonObject json, Metric metric) {
    return json.getAsJsonObject("metrics").getAsJsonObject(metric.id());
  }

  @Test
  void judgesAFileByHandCountedSharesUnderDocumentedKeys() throws IOException {
    JsonObject json = json(evaluate("--generated", generated, "--json"));
    JsonObject validity = metric(json, Metric.VALIDITY);
    assertEquals(5.0 / 6, validity.get("value").getAsDouble());
    assertEquals(6, validity.get("n").getAsInt());
    assertEquals(4.0 / 5, metric(json, Metric.UNIQUENESS_1K).get("value").getAsDouble());
    assertEquals(5, metric(json, Metric.UNIQUENESS_10K).get("n").getAsInt());
    // Ethanol, spelled otherwise, is a training molecule.
    assertEquals(3.0 / 4, metric(json, Metric.NOVELTY).get("value").getAsDouble());
    assertEquals(5, json.getAsJsonObject("floor").get("samples").getAsInt());
    assertEquals(12, json.getAsJsonObject("training").get("molecules").getAsInt());
    assertEquals(7, json.getAsJsonObject("reference").get("molecules").getAsInt());
    assertDocumented(json);
  }

  private static void assertDocumented(JsonObject json) throws IOException {
    String page = Files.readString(Path.of("../docs/evaluation.md"));
    for (String key : json.keySet()) {
      assertTrue(page.contains("`" + key + "`"), key);
    }
    for (String key : json.getAsJsonObject("metrics").keySet()) {
      assertTrue(page.contains("`" + key + "`"), key);
    }
    for (String key : json.getAsJsonObject("kl_divergences").keySet()) {
      assertTrue(page.contains("`" + key + "`"), key);
    }
    assertEquals(Metric.values().length, json.getAsJsonObject("metrics").size());
    assertEquals(10, json.getAsJsonObject("kl_divergences").size());
  }

  @Test
  void printsATableWithTheFloorBesideIt() {
    CommandRun run = evaluate("--generated", generated);
    assertEquals(0, run.exitCode(), run.err());
    for (Metric metric : Metric.values()) {
      String line =
          run.out().lines().filter(l -> l.startsWith(metric.id() + " ")).findFirst().orElseThrow();
      assertFalse(line.contains("NaN"), line);
    }
    assertTrue(run.out().contains("generated.smi: 5 of 6 samples valid"), run.out());
    assertTrue(run.err().contains("uniqueness is that of 5 valid molecules"), run.err());
  }

  @Test
  void anyNumberOfThreadsGivesTheSameFigures() {
    CommandRun one = evaluate("--generated", generated, "--json", "--threads", 1);
    assertEquals(one.out(), evaluate("--generated", generated, "--json", "--threads", 3).out());
  }

  @Test
  void judgesWhatAModelWritesUnaided() throws IOException {
    Path model = TinyModel.writeTo(folder.resolve("tiny.safetensors"));
    JsonObject json = json(evaluate("--model", model, "--count", 300, "--json"));
    JsonObject judged = json.getAsJsonObject("judged");
    assertEquals(300, judged.get("samples").getAsInt());
    assertEquals(1.0, judged.get("temperature").getAsDouble());
    CommandRun drawn =
        CommandRun.of("sample", "--model", model, "--count", 300, "--validity", "off");
    long unaided =
        drawn.err().lines().filter(l -> l.startsWith(judged.get("valid") + " of 300")).count();
    assertEquals(1, unaided, drawn.err());
  }

  @Test
  void comparesWithTestMoleculesAndSaysWhichAreTrainedOn() throws IOException {
    Path test = Files.write(folder.resolve("test.smi"), List.of("OCC", "CCS", "CCCCC"));
    CommandRun run = evaluate("--generated", generated, "--test", test, "--json");
    JsonObject reference = json(run).getAsJsonObject("reference");
    assertEquals(3, reference.get("molecules").getAsInt());
    assertEquals(1, reference.get("in_training").getAsInt());
    assertTrue(run.err().contains("1 molecules of the test set are in the training"), run.err());
  }

  @Test
  void refusesAFileInWhichNothingIsAMolecule() throws IOException {
    Files.write(generated, List.of("C1CC", "not", "CCO("));
    CommandRun run = evaluate("--generated", generated);
    assertEquals(3, run.exitCode());
    assertTrue(run.err().contains("generated.smi gives 0 different molecules"), run.err());
    assertTrue(run.err().contains("#evaluate-nothing-to-judge"), run.err());
    assertEquals("", run.out());
  }

  @Test
  void refusesReferencesThatAreTooSmall() throws IOException {
    Path test = Files.write(folder.resolve("test.smi"), List.of("CC"));
    CommandRun run = evaluate("--generated", generated, "--test", test);
    assertEquals(3, run.exitCode());
    assertTrue(run.err().contains("test.smi has too few molecules"), run.err());
    Files.write(training, List.of("CC", "CCC"));
    run = evaluate("--generated", generated);
    assertEquals(3, run.exitCode());
    assertTrue(run.err().contains("training.smi has too few molecules"), run.err());
    assertTrue(run.err().contains("#evaluate-reference-too-small"), run.err());
  }

  @Test
  void refusesFilesThatAreMissingOrEmpty() throws IOException {
    CommandRun run = evaluate("--generated", folder.resolve("none.smi"));
    assertEquals(3, run.exitCode());
    assertTrue(run.err().contains("#corpus-missing"), run.err());
    Files.writeString(generated, "\n");
    run = evaluate("--generated", generated);
    assertEquals(3, run.exitCode());
    assertTrue(run.err().contains("#corpus-empty"), run.err());
    assertEquals(2, evaluate().exitCode());
    assertEquals(2, evaluate("--generated", generated, "--count", 1).exitCode());
  }

  @Test
  void helpExplainsEachMeasure() {
    String help = CommandRun.of("evaluate", "--help").out();
    for (Metric metric : Metric.values()) {
      assertTrue(help.contains("  " + metric.id() + " "), metric.id());
    }
  }
}
