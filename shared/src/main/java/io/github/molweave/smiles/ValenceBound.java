package io.github.molweave.smiles;

/**
 * Whether an unfinished atom has more bonds already than any ending of the text could mend. Never
 * true of an atom of a text that {@link FinishedCheck} accepts ({@code GrowingMoleculeTest}).
 */
final class ValenceBound {
  private ValenceBound() {}

  static boolean isExceeded(AtomGraph graph, int atom) {
    // Most hydrogens become a count of their neighbour, whatever is written of them.
    return graph.twiceValence(atom) > graph.twiceMost[atom]
        && (graph.element[atom] != Elements.HYDROGEN || graph.degree[atom] > 1)
        && isExceededEvenSo(graph, atom);
  }

  private static boolean isExceededEvenSo(AtomGraph graph, int atom) {
    int twice = graph.twiceValence(atom);
    boolean onlyOxygen = true;
    boolean splits = false;
    for (int link = graph.firstLink[atom]; link != AtomGraph.NONE; link = graph.nextLink[link]) {
      int neighbour = graph.neighbour(link);
      int element = graph.element[neighbour];
      BondKind kind = graph.kind[link >> 1];
      onlyOxygen &= element == Elements.OXYGEN;
      if (element == Elements.HYDROGEN && graph.twiceTaken[link] > 2) {
        // A written hydrogen becomes a count, whatever its bond was.
        twice -= graph.twiceTaken[link] - 2;
      }
      splits |=
          graph.charge[neighbour] == 0
              && ((element == Elements.OXYGEN && kind == BondKind.DOUBLE)
                  || (element == Elements.NITROGEN && kind == BondKind.TRIPLE));
    }
    int most = graph.twiceMost[atom] + (graph.isAromaticAtAll(atom) ? 3 : 0);
    if (graph.charge[atom] == 0) {
      if (graph.element[atom] == Elements.NITROGEN && splits) {
        most = Math.max(most, 10);
      } else if (isHalogen(graph.element[atom]) && onlyOxygen) {
        most = 14;
      }
    }
    return twice > most;
  }

  static boolean isHalogen(int element) {
    return element == Elements.CHLORINE
        || element == Elements.BROMINE
        || element == Elements.IODINE;
  }
}
