package io.github.molweave.smiles;

/**
 * Whether every aromatic atom that needs a double bond can have one: a matching, ring system by
 * ring system, among the atoms that need one, along aromatic bonds.
 *
 * <p>Source: which atoms need one is RDKit 2022.09.3's rule; that it is a matching is common
 * knowledge. RDKit itself searches and gives up after a hundred wrong turns, so that it may refuse
 * a large system which this accepts.
 */
final class Kekulisation {
  private static final int NONE = AtomGraph.NONE;
  private static final int UNDECIDED = -2;

  private final RingBonds ringBonds = new RingBonds();
  private final RingSystems systems = new RingSystems();
  private final Matching matching = new Matching();

  /** By atom: its vertex in the matching at hand, or {@link #NONE}. */
  private int[] vertex = {};

  private int[] vertexAtom = {};
  private int faultAtom = NONE;

  /** The first problem of a graph that has aromatic atoms or bonds and no crowded atom, or null. */
  SmilesProblem problem(AtomGraph graph) {
    if (vertex.length < graph.atoms) {
      vertex = new int[graph.element.length];
      vertexAtom = new int[graph.element.length];
    }
    matching.beginSearch();
    if (!ringBonds.find(graph)) {
      return problemBySystems(graph);
    }
    matching.clear();
    for (int atom = 0; atom < graph.atoms; atom++) {
      vertex[atom] = NONE;
      if (graph.isAromatic(atom) && ringBonds.degree(atom) == 0) {
        faultAtom = atom;
        return SmilesProblem.AROMATIC_CHAIN;
      }
      if (ringBonds.degree(atom) > 0 && addVertex(graph, atom) && ringBonds.degree(atom) > 3) {
        // It may belong to two systems and then needs a double bond in each.
        return problemBySystems(graph);
      }
    }
    for (int bond = 0; bond < graph.bonds; bond++) {
      if (ringBonds.contains(bond)) {
        addEdge(graph, bond);
      }
    }
    return matchingProblem();
  }

  int faultAtom() {
    return faultAtom;
  }

  private SmilesProblem problemBySystems(AtomGraph graph) {
    systems.find(graph);
    for (int atom = 0; atom < graph.atoms; atom++) {
      if (graph.isAromatic(atom) && !systems.inRing[atom]) {
        faultAtom = atom;
        return SmilesProblem.AROMATIC_CHAIN;
      }
    }
    for (int system = 0; system < systems.systems; system++) {
      int start = systems.starts[system];
      SmilesProblem problem = systemProblem(graph, start, systems.starts[system + 1]);
      if (problem != null) {
        return problem;
      }
    }
    return null;
  }

  private SmilesProblem systemProblem(AtomGraph graph, int start, int end) {
    matching.clear();
    for (int i = start; i < end; i++) {
      int bond = systems.bonds[i];
      vertex[graph.linkAtom[2 * bond]] = UNDECIDED;
      vertex[graph.linkAtom[2 * bond + 1]] = UNDECIDED;
    }
    for (int i = 2 * start; i < 2 * end; i++) {
      int atom = graph.linkAtom[2 * systems.bonds[i >> 1] + (i & 1)];
      if (vertex[atom] == UNDECIDED) {
        vertex[atom] = NONE;
        addVertex(graph, atom);
      }
    }
    for (int i = start; i < end; i++) {
      addEdge(graph, systems.bonds[i]);
    }
    return matchingProblem();
  }

  private boolean addVertex(AtomGraph graph, int atom) {
    boolean wildcard = graph.element[atom] == Elements.ANY;
    if (wildcard ? !mayTakeDoubleBond(graph, atom) : !needsDoubleBond(graph, atom)) {
      return false;
    }
    int number = matching.add(wildcard ? Matching.Duty.OPTIONAL : Matching.Duty.REQUIRED);
    vertex[atom] = number;
    vertexAtom[number] = atom;
    return true;
  }

  private void addEdge(AtomGraph graph, int bond) {
    int first = graph.linkAtom[2 * bond];
    int second = graph.linkAtom[2 * bond + 1];
    if (vertex[first] >= 0
        && vertex[second] >= 0
        && (graph.kind[bond] == BondKind.AROMATIC
            || graph.element[first] == Elements.ANY
            || graph.element[second] == Elements.ANY)) {
      matching.join(vertex[first], vertex[second]);
    }
  }

  private SmilesProblem matchingProblem() {
    return switch (matching.solve()) {
      case COMPLETE -> null;
      case INCOMPLETE -> {
        faultAtom = vertexAtom[matching.unmatched()];
        yield SmilesProblem.AROMATICITY;
      }
      case ABANDONED -> {
        faultAtom = vertexAtom[matching.unmatched()];
        yield SmilesProblem.TOO_LARGE;
      }
    };
  }

  /** Whether a wildcard has fewer plain neighbours than rings. */
  private static boolean mayTakeDoubleBond(AtomGraph graph, int atom) {
    int plain = 0;
    for (int link = graph.firstLink[atom]; link != NONE; link = graph.nextLink[link]) {
      int neighbour = graph.neighbour(link);
      plain += graph.element[neighbour] != Elements.ANY && !graph.isAromatic(neighbour) ? 1 : 0;
    }
    return plain < graph.degree[atom] - 1;
  }

  static boolean needsDoubleBond(AtomGraph graph, int atom) {
    return needsDoubleBond(graph, atom, 0, 0);
  }

  /**
   * Whether an atom of an unfinished molecule may need one, once it lies on a ring.
   *
   * @param degree its bonds so far
   * @param coming how many more it is certain to have
   */
  static boolean mayNeedDoubleBond(AtomGraph graph, int atom, int degree, int coming) {
    int most = Math.max(2, coming);
    for (int more = Math.max(coming, 2 - degree); more <= most; more++) {
      for (int aromatic = 0; aromatic <= more; aromatic++) {
        if (needsDoubleBond(graph, atom, aromatic, more - aromatic)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean needsDoubleBond(
      AtomGraph graph, int atom, int moreAromatic, int moreSingle) {
    if (!graph.isAromaticAtAll(atom)) {
      return false;
    }
    int element = graph.element[atom];
    int charge = graph.charge[atom];
    int written = graph.hydrogens[atom];
    int more = moreAromatic + moreSingle;
    int twiceInAll = graph.twiceOrders[atom] + 2 * written + 2 * more + moreAromatic;
    int count = Valences.written(element, charge, twiceInAll, true);
    int implicit =
        graph.isBracket(atom) ? 0 : Valences.implicitHydrogens(element, charge, count, true);
    // An aromatic bond counts as a single one here.
    int single = (graph.twiceOrders[atom] - graph.aromaticDegree[atom]) >> 1;
    int orders = single + written + implicit + more;
    int untouched = graph.freeLinks == 0 ? 0 : freeLinks(graph, atom);
    int total = count + implicit;
    int neighbours = graph.degree[atom] + more + implicit - untouched;
    int target = Valences.target(element, charge, total);
    boolean oxide =
        total == 5
            && orders == 4
            && target == 3
            && neighbours == 3
            && charge == 0
            && written + implicit == 0;
    if (oxide
        && (element == Elements.NITROGEN
            || element == Elements.PHOSPHORUS
            || element == Elements.ARSENIC)) {
      target = 5;
    }
    if (neighbours >= target) {
      return false;
    }
    return target == orders + 1 || (graph.isBracket(atom) && target == orders + 2);
  }

  private static int freeLinks(AtomGraph graph, int atom) {
    int free = 0;
    for (int link = graph.firstLink[atom]; link != NONE; link = graph.nextLink[link]) {
      free += graph.twiceTaken[link] == 0 ? 1 : 0;
    }
    return free;
  }
}
