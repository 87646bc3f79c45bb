package io.github.molweave.smiles;

/**
 * The verdict on a graph to which nothing is added any more, in the order in which RDKit works:
 * written hydrogens become counts, nitro groups and their like are split into charges, valences are
 * checked, aromatic systems get their double bonds. A graph that the first two steps would change
 * is copied first.
 */
final class FinishedCheck {
  private final AtomGraph written;
  private final AtomGraph changed = new AtomGraph();
  private final Kekulisation kekulisation = new Kekulisation();
  private int faultAtom = AtomGraph.NONE;

  FinishedCheck(AtomGraph written) {
    this.written = written;
  }

  /** The first problem, or null. */
  SmilesProblem problem() {
    AtomGraph graph = written;
    if (graph.hydrogenAtoms > 0 || mayNeedSplitting(graph)) {
      changed.copy(graph);
      graph = changed;
      foldHydrogens(graph);
      ChargeSplitting.apply(graph);
    }
    for (int atom = 0; atom < graph.atoms; atom++) {
      if (isCrowded(graph, atom)) {
        faultAtom = atom;
        return SmilesProblem.VALENCE;
      }
    }
    if (graph.aromaticAtoms == 0 && graph.aromaticBonds == 0) {
      return null;
    }
    SmilesProblem problem = kekulisation.problem(graph);
    faultAtom = kekulisation.faultAtom();
    return problem;
  }

  /** The atom at which the last problem lies. */
  int faultAtom() {
    return faultAtom;
  }

  private static boolean mayNeedSplitting(AtomGraph graph) {
    for (int atom = 0; atom < graph.atoms; atom++) {
      boolean unusual =
          graph.twiceValence(atom) > graph.twiceMost[atom]
              || graph.element[atom] == Elements.PHOSPHORUS;
      if (unusual && ChargeSplitting.mayApply(graph, atom)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCrowded(AtomGraph graph, int atom) {
    int twice = graph.twiceValence(atom);
    if (!graph.isAromaticAtAll(atom)) {
      return twice > graph.twiceMost[atom];
    }
    int element = graph.element[atom];
    int charge = graph.charge[atom];
    if (charge == 0 && twice <= 2 * Elements.usualValence(element)) {
      return false;
    }
    int count = Valences.written(element, charge, twice, true);
    return count > Elements.highestValence(element, charge)
        || (!graph.isBracket(atom)
            && element != Elements.ANY
            && !Valences.isAllowedAromatic(element, charge, count));
  }

  private static void foldHydrogens(AtomGraph graph) {
    int left = graph.hydrogenAtoms;
    for (int atom = 0; atom < graph.atoms && left > 0; atom++) {
      if (graph.element[atom] == Elements.HYDROGEN) {
        left--;
        if (isFoldable(graph, atom)) {
          graph.foldHydrogen(atom);
        }
      }
    }
    graph.dropFolded();
  }

  /** Whether RDKit removes the atom before it looks at anything else. */
  private static boolean isFoldable(AtomGraph graph, int atom) {
    if (graph.degree[atom] != 1 || (graph.flags[atom] & AtomFlags.ISOTOPE) != 0) {
      return false;
    }
    int link = graph.firstLink[atom];
    int heavy = graph.neighbour(link);
    if (graph.element[heavy] <= Elements.HYDROGEN
        || (graph.flags[heavy] & AtomFlags.BEYOND_TETRAHEDRAL) != 0) {
      return false;
    }
    BondKind kind = graph.kind[link >> 1];
    boolean directed = kind == BondKind.UP || kind == BondKind.DOWN;
    return !directed || graph.degree[heavy] != 2 || !hasDoubleBond(graph, heavy);
  }

  private static boolean hasDoubleBond(AtomGraph graph, int atom) {
    for (int link = graph.firstLink[atom]; link != AtomGraph.NONE; link = graph.nextLink[link]) {
      if (graph.kind[link >> 1] == BondKind.DOUBLE) {
        return true;
      }
    }
    return false;
  }
}
