package io.github.molweave.smiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** {@link RingBonds} and {@link RingSystems}, against taking bonds away. */
class RingsTest {
  private final RingBonds ringBonds = new RingBonds();
  private final RingSystems systems = new RingSystems();

  @Test
  void findTheBondsWithoutWhichTheirAtomsAreStillJoined() {
    Random random = new Random(5);
    int onRings = 0;
    for (int round = 0; round < 3000; round++) {
      AtomGraph graph = randomGraph(random, 1 + random.nextInt(12), round % 3);
      boolean known = ringBonds.find(graph);
      systems.find(graph);
      boolean[] inSystem = new boolean[graph.bonds];
      for (int i = 0; i < systems.starts[systems.systems]; i++) {
        inSystem[systems.bonds[i]] = true;
      }
      for (int bond = 0; bond < graph.bonds; bond++) {
        boolean expected = areJoinedWithout(graph, bond);
        onRings += expected ? 1 : 0;
        assertEquals(expected, inSystem[bond]);
        assertTrue(!known || ringBonds.contains(bond) == expected);
      }
      assertTrue(known || round % 3 == 2);
    }
    assertTrue(onRings > 3000, onRings + " on rings");
  }

  @Test
  void tellSystemsApartThatShareAnAtom() {
    AtomGraph graph = new AtomGraph();
    int[][] bonds = {{0, 1}, {1, 2}, {2, 0}, {2, 3}, {3, 4}, {4, 2}, {4, 5}, {5, 3}};
    for (int atom = 0; atom < 6; atom++) {
      graph.addAtom(Elements.CARBON, 0, 0, 0, atom);
    }
    for (int[] bond : bonds) {
      graph.addBond(bond[0], bond[1], BondKind.SINGLE);
    }

    systems.find(graph);

    assertEquals(2, systems.systems);
    assertEquals(8, systems.starts[2]);
    assertEquals(3, Math.min(systems.starts[1], 8 - systems.starts[1]));
  }

  /** A tree, or several, with some bonds more, as a SMILES would write them. */
  private static AtomGraph randomGraph(Random random, int atoms, int kind) {
    AtomGraph graph = new AtomGraph();
    for (int atom = 0; atom < atoms; atom++) {
      graph.addAtom(Elements.CARBON, 0, 0, 0, atom);
      if (atom > 0 && (kind < 2 || random.nextInt(4) > 0)) {
        graph.addChainBond(random.nextInt(atom), atom, BondKind.SINGLE);
      }
    }
    for (int i = random.nextInt(1 + atoms / 2); kind > 0 && i > 0; i--) {
      int a = random.nextInt(atoms);
      int b = random.nextInt(atoms);
      if (a != b && !graph.areJoined(a, b)) {
        graph.addBond(a, b, BondKind.SINGLE);
      }
    }
    return graph;
  }

  private static boolean areJoinedWithout(AtomGraph graph, int without) {
    boolean[] reached = new boolean[graph.atoms];
    reached[graph.linkAtom[2 * without]] = true;
    for (int round = 0; round < graph.atoms; round++) {
      for (int bond = 0; bond < graph.bonds; bond++) {
        int a = graph.linkAtom[2 * bond];
        int b = graph.linkAtom[2 * bond + 1];
        if (bond != without && reached[a] != reached[b]) {
          reached[a] = true;
          reached[b] = true;
        }
      }
    }
    return reached[graph.linkAtom[2 * without + 1]];
  }
}
