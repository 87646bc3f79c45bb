package io.github.molweave.trainer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScoreCommandTest {
  @TempDir private Path folder;
  private Path model;

  @BeforeEach
  void writeModel() throws IOException {
    model = TinyModel.writeTo(folder.resolve("tiny.safetensors"));
  }

  private CommandRun score(Object... more) {
    List<Object> words = new ArrayList<>(List.of("score", "--model", model));
    words.addAll(Arrays.asList(more));
    return CommandRun.of(words.toArray());
  }

  /** The columns of the first row below the heading. */
  private static String[] firstRow(CommandRun run) {
    return run.out().lines().skip(1).findFirst().orElseThrow().split("\t");
  }

  @Test
  void scoresADrawnMoleculeAsItWasDrawn() {
    CommandRun drawn =
        CommandRun.of(
            "sample", "--model", model, "--count", 20, "--format", "json", "--max-length", 5000);
    JsonArray molecules =
        JsonParser.parseString(drawn.out()).getAsJsonObject().getAsJsonArray("molecules");
    for (int i = 0; i < molecules.size(); i++) {
      JsonObject molecule = molecules.get(i).getAsJsonObject();
      assertEquals("end", molecule.get("stop").getAsString());
      CommandRun run = score("--format", "json", molecule.get("smiles").getAsString());
      JsonObject scored =
          JsonParser.parseString(run.out()).getAsJsonArray().get(0).getAsJsonObject();
      assertEquals(-molecule.get("logProbability").getAsDouble(), scored.get("nll").getAsDouble());
    }
  }

  @Test
  void printsATableWithMoleculeAndTokenFigures() {
    CommandRun run = score("CCO", "Cl");
    assertEquals(0, run.exitCode(), run.err());
    assertEquals("smiles\tnll\ttokens\tnll_per_token", run.out().lines().findFirst().orElseThrow());
    String[] row = firstRow(run);
    assertEquals("CCO", row[0]);
    assertEquals("4", row[2]);
    assertEquals(Double.parseDouble(row[1]) / 4, Double.parseDouble(row[3]), 1e-6);
    assertTrue(run.err().contains("2 molecules, 6 tokens"), run.err());
  }

  @Test
  void readsFilesOfEveryKind() throws IOException {
    Path list = Files.writeString(folder.resolve("a.smi"), "CCO one\nCl two\n");
    Path table = Files.writeString(folder.resolve("a.csv"), "id,mol\n1,CCO\n2,Cl\n");
    String expected = score("CCO", "Cl").out();
    assertEquals(expected, score("--in", list).out());
    assertEquals(expected, score("--in", table, "--column", "mol").out());
  }

  @Test
  void namesUnknownTokensWithTheirPlace() throws IOException {
    Path list = Files.writeString(folder.resolve("a.smi"), "CCO\nCCBr\n");
    Path out = folder.resolve("scores.tsv");
    CommandRun run = score("--in", list, "--out", out);
    assertEquals(3, run.exitCode(), run.err());
    assertTrue(run.err().contains("a.smi line 2"), run.err());
    assertTrue(run.err().contains("unknown token 'Br' at character 3"), run.err());
    assertTrue(run.err().contains("#cli-unknown-token"), run.err());
    assertFalse(Files.exists(out), "nothing half-written");

    CommandRun skipping = score("--in", list, "--on-invalid", "skip");
    assertEquals(0, skipping.exitCode());
    assertEquals(2, skipping.out().lines().count());
    assertTrue(skipping.err().contains("a.smi line 2"), skipping.err());
    assertEquals(3, score("--on-invalid", "skip", "CBr").exitCode());
    assertTrue(score("C", "CBr").err().contains("molecule 2"));
  }

  @Test
  void refusesAFileThatCannotBeRead() throws IOException {
    assertEquals(3, score("--in", folder.resolve("none.smi")).exitCode());
    Path empty = Files.writeString(folder.resolve("empty.smi"), "");
    CommandRun run = score("--in", empty);
    assertEquals(3, run.exitCode(), run.err());
    assertTrue(run.err().contains("#corpus-empty"), run.err());
  }

  @Test
  void wantsMoleculesFromExactlyOnePlace() {
    assertEquals(2, score().exitCode());
    assertEquals(2, score("--in", "a.smi", "CCO").exitCode());
  }
}
