package io.github.molweave.smarts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.graph.GraphOf;
import io.github.molweave.graph.MolecularGraph;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SmartsPatternTest {
  @Test
  void findsWhatRdkitFinds() throws IOException {
    List<String> wrong = new ArrayList<>();
    List<String[]> lines = GraphOf.golden(SmartsPatternTest.class, "matches.tsv");
    for (String[] line : lines) {
      SmartsPattern pattern = SmartsPattern.of(line[0]);
      MolecularGraph graph = GraphOf.smiles(line[1]);
      StringBuilder first = new StringBuilder();
      for (int atom = 0; atom < graph.atoms(); atom++) {
        if (pattern.matchesAt(graph, atom)) {
          first.append(first.length() == 0 ? "" : ",").append(atom);
        }
      }
      String found = pattern.countIn(graph) + " " + (first.length() == 0 ? "-" : first);
      if (!found.equals(line[2] + " " + line[3])) {
        wrong.add(line[0] + " in " + line[1] + ": " + line[2] + " " + line[3] + ", here " + found);
      }
      assertEquals(first.length() > 0, pattern.isIn(graph), line[0]);
    }
    assertTrue(lines.size() > 2000);
    assertEquals(List.of(), wrong);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "C(",
        "[C",
        "[r6]",
        "[C;]",
        "C=",
        "[$(C]",
        "[Q]",
        "1",
        "(C)C",
        "[C@H](F)(Cl)Br"
      })
  void refusesWhatItDoesNotSupport(String smarts) {
    assertThrows(IllegalArgumentException.class, () -> SmartsPattern.of(smarts));
  }
}
