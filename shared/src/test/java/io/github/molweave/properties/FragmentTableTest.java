package io.github.molweave.properties;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.graph.AtomEnvironments;
import io.github.molweave.graph.GraphOf;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class FragmentTableTest {
  @Test
  void findsTheSurroundingsOfBenzeneCommonAndOthersUnknown() {
    for (int environment : AtomEnvironments.of(GraphOf.smiles("c1ccccc1"))) {
      assertTrue(FragmentTable.tenths(environment) >= 10);
    }
    int[] strange = AtomEnvironments.of(GraphOf.smiles("[Xe]"));
    assertEquals(-25, FragmentTable.tenths(strange[0]));
  }

  @Test
  void countsByTheDefinition() {
    Map<Integer, Integer> counts =
        FragmentTableMaker.counts(List.of("CC", "CC", "CCC", "not a molecule"));
    int methyl = FragmentTable.key(AtomEnvironments.of(GraphOf.smiles("C[2H]"))[0]);
    assertEquals(0, counts.getOrDefault(methyl, 0));
    int total = 0;
    for (int count : counts.values()) {
      total += count;
    }
    // Ethane: two atoms, one bond seen from both ends; propane: three atoms, two bonds, one chain.
    assertEquals(3 + 3 + 6, total);
  }

  @Test
  void encodesDistancesAndTenths() {
    TreeMap<Integer, Integer> tenths = new TreeMap<>(Map.of(1, -20, 4097, 0, 4160, 43));
    assertEquals("0010" + "100K" + "00--", FragmentTableMaker.encoded(tenths));
  }

  @Test
  void surroundingsDoNotDependOnTheOrderOfAtoms() {
    assertArrayEquals(
        AtomEnvironments.of(GraphOf.smiles("OC(=O)c1ccccc1OC(C)=O")),
        AtomEnvironments.of(GraphOf.smiles("CC(=O)Oc1ccccc1C(=O)O")));
  }
}
