package io.github.molweave.e2e.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.chemistry.MoleculeReader;
import io.github.molweave.chemistry.ReadRule;
import io.github.molweave.chemistry.Reading;
import io.github.molweave.e2e.site.ShippedModel;
import io.github.molweave.modelfile.ModelFileReader;
import io.github.molweave.modelfile.ModelId;
import io.github.molweave.novelty.NoveltyFile;
import io.github.molweave.novelty.NoveltyFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page says of drawn molecules what the JVM says. */
class NoveltyParityTest {
  private static final String ADDRESS = "models/zinc.novelty";
  private static RuntimePage page;

  @BeforeAll
  static void open() {
    page = RuntimePage.open(BrowserRuntime.CHROMIUM_JS, "novelty.js", Map.of());
  }

  @AfterAll
  static void close() {
    if (page != null) {
      page.close();
    }
  }

  @Test
  @SuppressWarnings("unchecked") // What askNovelty answers: texts.
  void saysOfDrawnMoleculesWhatTheJvmSays() throws IOException {
    NoveltyFilter filter = shipped();
    List<String> smiles = new ArrayList<>();
    List<String> expected =
        new ArrayList<>(List.of(filter.modelId(), String.valueOf(filter.keys())));
    for (List<String> draw : ShippedMolecules.fromJvm()) {
      for (String line : draw) {
        String text = line.split("\t", -1)[1];
        Reading reading = MoleculeReader.read(text, ReadRule.STRICT);
        smiles.add(text);
        expected.add(
            reading instanceof Reading.Understood understood
                ? filter.ask(understood.molecule()).id() + " true"
                : ((Reading.Rejected) reading).id());
      }
    }
    assertTrue(expected.contains("not-in-training-set true"), "some are new");
    assertEquals(expected, (List<String>) page.call("askNovelty", List.of(ADDRESS, smiles)));
  }

  private static NoveltyFilter shipped() throws IOException {
    return NoveltyFile.read(Files.readAllBytes(Path.of("../web/src/main/site").resolve(ADDRESS)));
  }

  @Test
  void theShippedFilterIsOfTheShippedModel() throws IOException {
    String modelId = ModelId.of(ModelFileReader.read(ShippedModel.bytes()));
    assertEquals(modelId, shipped().modelId());
  }

  @Test
  void namesWhatIsNoFilter() {
    assertEquals("novelty-not-reached", page.call("openNovelty", List.of("models/none.novelty")));
    assertEquals(
        "novelty-another-format", page.call("openNovelty", List.of("models/zinc.safetensors")));
    assertEquals("novelty-empty", page.call("openNovelty", List.of(List.of())));
  }
}
