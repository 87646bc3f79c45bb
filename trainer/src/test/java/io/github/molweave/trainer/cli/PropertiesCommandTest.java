package io.github.molweave.trainer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PropertiesCommandTest {
  private static final String ASPIRIN = "CC(=O)Oc1ccccc1C(=O)O";

  @TempDir private Path folder;

  @Test
  void printsColumnsToLookAt() {
    CommandRun run = CommandRun.of("properties", ASPIRIN, "CCO");
    assertEquals(0, run.exitCode(), run.err());
    List<String> lines = run.out().lines().toList();
    assertEquals(3, lines.size());
    // RDKit 2022.09.3: MolLogP 1.3101, TPSA 63.60, QED 0.5501.
    assertTrue(lines.get(1).startsWith("C9H8O4   180.16   1.31  63.60 "), run.out());
    assertTrue(lines.get(1).contains("0.55"), run.out());
    assertTrue(lines.get(1).endsWith("  " + ASPIRIN), run.out());
    assertEquals(lines.get(0).indexOf("smiles"), lines.get(2).indexOf("CCO"));
  }

  @Test
  void writesCsvWithOneColumnForEachProperty() {
    CommandRun run = CommandRun.of("properties", "--format", "csv", ASPIRIN);
    List<String> lines = run.out().lines().toList();
    List<String> names = List.of(lines.get(0).split(","));
    List<String> cells = List.of(lines.get(1).split(","));
    assertEquals(names.size(), cells.size());
    assertEquals(ASPIRIN, cells.get(names.indexOf("smiles")));
    assertEquals("1.310100", cells.get(names.indexOf("logp")));
    assertEquals("3", cells.get(names.indexOf("acceptors")));
    assertEquals("2", cells.get(names.indexOf("rotatable_bonds")));
    assertEquals("0", cells.get(names.indexOf("lipinski_violations")));
  }

  @Test
  void writesJsonToAFile() throws IOException {
    Path out = folder.resolve("properties.json");
    CommandRun run = CommandRun.of("properties", "--format", "json", "--out", out, ASPIRIN);
    assertEquals(0, run.exitCode(), run.err());
    JsonObject aspirin =
        JsonParser.parseString(Files.readString(out)).getAsJsonArray().get(0).getAsJsonObject();
    assertEquals(63.6, aspirin.get("polarSurface").getAsDouble());
    assertEquals(0.5501, aspirin.get("qed").getAsDouble(), 0.0001);
    assertEquals(1, aspirin.get("aromaticRings").getAsInt());
    assertEquals(16, aspirin.size());
  }

  @Test
  void countsHowPropertiesAreSpread() {
    CommandRun run = CommandRun.of("properties", "--format", "histograms", ASPIRIN, "CCO", "OCC");
    assertEquals(0, run.exitCode(), run.err());
    JsonObject histograms = JsonParser.parseString(run.out()).getAsJsonObject();
    assertEquals(3, histograms.get("molecules").getAsInt());
    JsonObject weight = histograms.getAsJsonObject("weight");
    assertEquals(25, weight.get("width").getAsDouble());
    assertEquals(2, weight.getAsJsonArray("counts").get(1).getAsInt(), "46.07 g/mol, twice");
    assertEquals(1, weight.getAsJsonArray("counts").get(7).getAsInt(), "180.16 g/mol");
    // Aspirin 1.3101, ethanol -0.0014: bins of 0.5 from -10.
    assertEquals(1, histograms.getAsJsonObject("logP").getAsJsonArray("counts").get(22).getAsInt());
    assertEquals(2, histograms.getAsJsonObject("logP").getAsJsonArray("counts").get(19).getAsInt());
    for (String name : List.of("weight", "logP", "qed")) {
      int sum = 0;
      for (JsonElement count : histograms.getAsJsonObject(name).getAsJsonArray("counts")) {
        sum += count.getAsInt();
      }
      assertEquals(3, sum, name);
    }
  }

  @Test
  void namesTextThatIsNoMoleculeWithItsLine() throws IOException {
    Path list = Files.writeString(folder.resolve("a.smi"), "CCO\nC(C)(C)(C)(C)C\nC1CC\n");
    CommandRun run = CommandRun.of("properties", "--in", list);
    assertEquals(3, run.exitCode());
    assertTrue(run.err().contains("a.smi line 2: C(C)(C)(C)(C)C: "), run.err());
    assertTrue(run.err().contains("a.smi line 3: C1CC: "), run.err());
    assertTrue(run.err().contains("cli-no-molecule"), run.err());
    assertEquals("", run.out());
    CommandRun skipping = CommandRun.of("properties", "--in", list, "--on-invalid", "skip");
    assertEquals(0, skipping.exitCode(), skipping.err());
    assertEquals(2, skipping.out().lines().count());
    assertTrue(skipping.err().contains("line 2"), skipping.err());
  }

  @Test
  void refusesAFileFullOfNothing() throws IOException {
    Path list = Files.writeString(folder.resolve("a.smi"), "C1CC\n");
    assertEquals(3, CommandRun.of("properties", "--in", list, "--on-invalid", "skip").exitCode());
    assertEquals(2, CommandRun.of("properties").exitCode());
    assertEquals(2, CommandRun.of("properties", "--format", "xml", "C").exitCode());
  }

  @Test
  void reportsProgressOfLongLists() throws IOException {
    Path list = Files.writeString(folder.resolve("a.smi"), "C\n".repeat(2001));
    CommandRun run = CommandRun.of("properties", "--in", list, "--format", "csv");
    assertEquals(2002, run.out().lines().count());
    assertTrue(run.err().contains("2001 molecules looked at"), run.err());
    assertFalse(CommandRun.of("properties", "C").err().contains("looked at"));
  }
}
