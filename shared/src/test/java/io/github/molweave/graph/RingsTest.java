package io.github.molweave.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class RingsTest {
  /** The sizes of the listed rings, ascending. */
  private static String sizes(String smiles) {
    Rings rings = GraphOf.smiles(smiles).rings();
    int[] sizes = new int[rings.count()];
    for (int ring = 0; ring < sizes.length; ring++) {
      sizes[ring] = rings.atoms(ring).length;
    }
    Arrays.sort(sizes);
    return Arrays.toString(sizes);
  }

  private static int number(String smiles) {
    return GraphOf.smiles(smiles).rings().number();
  }

  @Test
  void findsTheRingsOfCagesEachOnce() {
    assertEquals("[]", sizes("CCO"));
    assertEquals("[3]", sizes("C1CC1"));
    assertEquals("[5, 5]", sizes("C1CC2CC1CC2"));
    assertEquals("[6, 6, 6]", sizes("C1CC2CCC1CC2"));
    assertEquals("[6, 6, 6, 6]", sizes("C1C2CC3CC1CC(C2)C3"));
    assertEquals("[4, 4, 4, 4, 4, 4]", sizes("C12C3C4C1C5C2C3C45"));
    assertEquals("[5, 6]", sizes("c1ccc2[nH]ccc2c1.CC"));
  }

  @Test
  void countsALargeRingOnceHoweverManyWaysLeadThroughIt() {
    assertEquals("[6, 13, 13]", sizes("C1CCCCCCc2ccc(CC1)cc2"));
    assertEquals(2, number("C1CCCCCCc2ccc(CC1)cc2"));
    String alphaCyclodextrin =
        "C15OC(CO)C(C(O)C1O)O" + "C2OC(CO)C(C(O)C2O)O".repeat(4) + "C2OC(CO)C(C(O)C2O)O5";
    assertEquals(7, number(alphaCyclodextrin));
  }

  @Test
  void ringsAreClosedWalksOverTheirBonds() {
    MolecularGraph graph =
        GraphOf.smiles("CN1CC[C@]23c4c5ccc(O)c4O[C@H]2[C@@H](O)C=C[C@H]3[C@H]1C5");
    for (int ring = 0; ring < graph.rings().count(); ring++) {
      int[] atoms = graph.rings().atoms(ring);
      int[] bonds = graph.rings().bonds(ring);
      for (int i = 0; i < atoms.length; i++) {
        int next = atoms[(i + 1) % atoms.length];
        assertEquals(graph.bondBetween(atoms[i], next), bonds[i]);
        assertTrue(graph.rings().ofBond(bonds[i]) > 0);
      }
    }
  }

  @Test
  void tellsBridgesFromRingBonds() {
    MolecularGraph graph = GraphOf.smiles("C1CC1CC1CC1");
    assertEquals(0, graph.rings().ofBond(graph.bondBetween(2, 3)));
    assertEquals(1, graph.rings().ofBond(graph.bondBetween(0, 1)));
    assertTrue(graph.rings().isInThreeRing(0));
    assertEquals(0, graph.rings().ofAtom(3));
  }

  @Test
  void endsSoonWhereRingsHaveCountlessWaysRound() {
    StringBuilder chain = new StringBuilder("C%99");
    for (int unit = 0; unit < 60; unit++) {
      chain.append("C2CCC(CC2)");
    }
    String necklace = chain + "C%99";
    assertTimeoutPreemptively(
        java.time.Duration.ofSeconds(60), () -> assertEquals(61, number(necklace)));
  }
}
