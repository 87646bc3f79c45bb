package io.github.molweave.properties;

import io.github.molweave.graph.MolecularGraph;

/**
 * The topological polar surface area: each nitrogen and oxygen, with its hydrogens, contributes by
 * its charge and bonds. Sulfur and phosphorus contribute nothing.
 *
 * <p>Source: P. Ertl, B. Rohde, P. Selzer, J. Med. Chem. 43 (2000) 3714, table 1; for atoms that
 * the table lacks its formula in the number of neighbours and hydrogens, as RDKit applies it.
 */
final class PolarSurface {
  private static final int WHAT_IS_ASKED = 6;

  /** Charge, hydrogens, then single, double, triple and aromatic bonds; the contribution. */
  private static final int[][] NITROGEN = {
    {0, 0, 0, 0, 1, 0, 2379},
    {0, 1, 0, 1, 0, 0, 2385},
    {0, 2, 1, 0, 0, 0, 2602},
    {1, 2, 0, 1, 0, 0, 2559},
    {1, 3, 1, 0, 0, 0, 2764},
    {0, 0, 1, 1, 0, 0, 1236},
    {0, 0, 0, 1, 1, 0, 1360},
    {0, 1, 2, 0, 0, 0, 1203},
    {1, 0, 1, 0, 1, 0, 436},
    {1, 1, 1, 1, 0, 0, 1397},
    {1, 2, 2, 0, 0, 0, 1661},
    {0, 0, 0, 0, 0, 2, 1289},
    {0, 1, 0, 0, 0, 2, 1579},
    {1, 1, 0, 0, 0, 2, 1414},
    {0, 0, 3, 0, 0, 0, 324},
    {0, 0, 1, 2, 0, 0, 1168},
    {1, 0, 2, 1, 0, 0, 301},
    {1, 1, 3, 0, 0, 0, 444},
    {0, 0, 0, 0, 0, 3, 441},
    {0, 0, 1, 0, 0, 2, 493},
    {0, 0, 0, 1, 0, 2, 839},
    {1, 0, 0, 0, 0, 3, 410},
    {1, 0, 1, 0, 0, 2, 388},
    {1, 0, 4, 0, 0, 0, 0},
  };

  private static final int[][] NITROGEN_IN_THREE_RING = {
    {0, 1, 2, 0, 0, 0, 2194}, {0, 0, 3, 0, 0, 0, 301},
  };

  private static final int[][] OXYGEN = {
    {0, 0, 0, 1, 0, 0, 1707},
    {0, 1, 1, 0, 0, 0, 2023},
    {-1, 0, 1, 0, 0, 0, 2306},
    {0, 0, 2, 0, 0, 0, 923},
    {0, 0, 0, 0, 0, 2, 1314},
  };

  private static final int[][] OXYGEN_IN_THREE_RING = {{0, 0, 2, 0, 0, 0, 1253}};

  private PolarSurface() {}

  /** The area in square angstrom, exact to the hundredth; 0 without N and O. */
  static double of(MolecularGraph graph) {
    int hundredths = 0;
    for (int atom = 0; atom < graph.atoms(); atom++) {
      boolean inThreeRing = graph.rings().isInThreeRing(atom);
      if (graph.atomicNumber(atom) == 7) {
        int[][] special = inThreeRing ? NITROGEN_IN_THREE_RING : NITROGEN;
        hundredths += contribution(graph, atom, special, NITROGEN, 3050, 820);
      } else if (graph.atomicNumber(atom) == 8) {
        int[][] special = inThreeRing ? OXYGEN_IN_THREE_RING : OXYGEN;
        hundredths += contribution(graph, atom, special, OXYGEN, 2850, 860);
      }
    }
    return hundredths / 100.0;
  }

  private static int contribution(
      MolecularGraph graph, int atom, int[][] special, int[][] general, int bare, int covered) {
    int[] asked = new int[WHAT_IS_ASKED];
    asked[0] = graph.charge(atom);
    asked[1] = graph.hydrogens(atom);
    int neighbours = 0;
    for (int link = graph.firstLink(atom); link < graph.firstLink(atom + 1); link++) {
      if (graph.atomicNumber(graph.linkedAtom(link)) != 1) {
        neighbours++;
        int bond = graph.linkedBond(link);
        int order = graph.isAromaticBond(bond) ? 4 : graph.order(bond);
        if (order > 0) {
          asked[1 + order]++;
        }
      }
    }
    int known = find(special, asked);
    if (known < 0) {
      known = find(general, asked);
    }
    return known >= 0 ? known : Math.max(bare - covered * neighbours + 150 * asked[1], 0);
  }

  private static int find(int[][] table, int[] asked) {
    for (int[] row : table) {
      boolean same = true;
      for (int i = 0; i < WHAT_IS_ASKED; i++) {
        same &= row[i] == asked[i];
      }
      if (same) {
        return row[WHAT_IS_ASKED];
      }
    }
    return -1;
  }
}
