package io.github.molweave.trainer.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.chemistry.MoleculeReader;
import io.github.molweave.chemistry.ReadRule;
import io.github.molweave.chemistry.Reading;
import io.github.molweave.graph.MolecularGraph;
import io.github.molweave.trainer.fragments.FragmentKeys;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Compares with RDKit's BertzCT: fragments.tsv, made by make_fragments.py. */
class BertzComplexityTest {
  @Test
  void agreesWithRdkit() throws IOException {
    List<String> wrong = new ArrayList<>();
    List<String> lines = SmilesResource.lines(FragmentKeys.class, "fragments.tsv");
    for (String line : lines) {
      String[] cells = line.split("\t", -1);
      double found = BertzComplexity.of(graph(cells[0]));
      if (Math.abs(found - Double.parseDouble(cells[3])) > 0.001) {
        wrong.add(cells[0] + " " + cells[3] + " but " + found);
      }
    }
    assertTrue(wrong.size() <= 0.01 * lines.size(), () -> String.join("\n", wrong));
  }

  @Test
  void ofNothingToConnectIsNothing() {
    assertEquals(0, BertzComplexity.of(graph("C")));
    assertEquals(0, BertzComplexity.of(graph("CC")));
  }

  private static MolecularGraph graph(String smiles) {
    return MolecularGraph.of(
        ((Reading.Understood) MoleculeReader.read(smiles, ReadRule.STRICT)).molecule());
  }
}
