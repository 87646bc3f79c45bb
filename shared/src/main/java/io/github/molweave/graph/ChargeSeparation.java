package io.github.molweave.graph;

/**
 * Writes hypervalent oxides with separate charges, as RDKit does before it looks at anything else.
 * OpenChemLib has done so for nitrogen already; left are oxides of Cl, Br and I ({@code O=Cl(=O)O}
 * becomes {@code [O-][Cl+2]([O-])O}) and of phosphorus with a second double bond ({@code C=P(C)=O}
 * becomes {@code C=[P+](C)[O-]}).
 */
final class ChargeSeparation {
  private ChargeSeparation() {}

  /** Changes {@code charges} and {@code orders}, which are those of {@code graph}. */
  static void apply(MolecularGraph graph, int[] charges, int[] orders) {
    for (int atom = 0; atom < graph.atoms(); atom++) {
      if (charges[atom] != 0 || graph.degree(atom) == 0) {
        continue;
      }
      switch (graph.atomicNumber(atom)) {
        case 15 -> phosphorus(graph, atom, charges, orders);
        case 17, 35, 53 -> halogen(graph, atom, charges, orders);
        default -> {
          // No other element is rewritten.
        }
      }
    }
  }

  private static void halogen(MolecularGraph graph, int atom, int[] charges, int[] orders) {
    for (int link = graph.firstLink(atom); link < graph.firstLink(atom + 1); link++) {
      if (graph.atomicNumber(graph.linkedAtom(link)) != 8) {
        return;
      }
    }
    for (int link = graph.firstLink(atom); link < graph.firstLink(atom + 1); link++) {
      if (orders[graph.linkedBond(link)] == 2) {
        separate(graph, link, atom, charges, orders);
      }
    }
  }

  private static void phosphorus(MolecularGraph graph, int atom, int[] charges, int[] orders) {
    if (graph.valence(atom) != 5) {
      return;
    }
    int toHetero = -1;
    boolean toCarbonOrNitrogen = false;
    for (int link = graph.firstLink(atom); link < graph.firstLink(atom + 1); link++) {
      if (orders[graph.linkedBond(link)] == 2) {
        int element = graph.atomicNumber(graph.linkedAtom(link));
        if (element == 8 && toHetero < 0) {
          toHetero = link;
        } else {
          toCarbonOrNitrogen |= element == 6 || element == 7;
        }
      }
    }
    if (toHetero >= 0 && toCarbonOrNitrogen) {
      separate(graph, toHetero, atom, charges, orders);
    }
  }

  private static void separate(
      MolecularGraph graph, int link, int atom, int[] charges, int[] orders) {
    orders[graph.linkedBond(link)] = 1;
    charges[graph.linkedAtom(link)]--;
    charges[atom]++;
  }
}
