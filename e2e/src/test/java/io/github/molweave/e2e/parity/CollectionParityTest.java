package io.github.molweave.e2e.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.chemistry.MoleculeReader;
import io.github.molweave.chemistry.ReadRule;
import io.github.molweave.chemistry.Reading;
import io.github.molweave.similarity.DistinctMolecules;
import io.github.molweave.similarity.DistinctMolecules.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A page's collection knows molecules and their neighbours as the JVM does. */
class CollectionParityTest {

  @Test
  void collectsDrawnMoleculesAsTheJvmDoes() {
    List<String> texts = new ArrayList<>(List.of("CCO", "OCC", "C(", "CC(C", "c1ccccc1O", ""));
    for (List<String> draw : ShippedMolecules.fromJvm()) {
      draw.stream().limit(12).forEach(line -> texts.add(line.split("\t", -1)[1]));
    }
    List<String> expected = onTheJvm(texts);
    assertTrue(expected.contains("0 false nobody 0"), "one molecule twice");
    assertTrue(expected.contains("smiles-branch-open"), "nonsense");
    try (RuntimePage page =
        RuntimePage.open(BrowserRuntime.CHROMIUM_JS, "collection.js", Map.of())) {
      assertEquals(expected, page.call("collect", List.of(texts)));
    }
  }

  private static List<String> onTheJvm(List<String> texts) {
    DistinctMolecules molecules = new DistinctMolecules();
    List<String> lines = new ArrayList<>();
    for (String text : texts) {
      Reading reading = MoleculeReader.read(text, ReadRule.STRICT);
      if (reading instanceof Reading.Rejected rejected) {
        lines.add(rejected.id());
        continue;
      }
      int size = molecules.size();
      int number = molecules.add(((Reading.Understood) reading).molecule());
      lines.add(number + " " + (number == size) + " " + words(molecules.nearest(number)));
    }
    lines.add("null");
    lines.add("null");
    return lines;
  }

  private static String words(Nearest nearest) {
    if (nearest == null) {
      return "nobody 0";
    }
    double similarity = nearest.similarity();
    boolean whole = similarity == Math.floor(similarity);
    return nearest.number() + " " + (whole ? Integer.toString((int) similarity) : similarity);
  }
}
