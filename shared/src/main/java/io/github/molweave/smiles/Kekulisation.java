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

  private final RingSystems rings = new RingSystems();
  private final Matching matching = new Matching();

  /** By atom: its vertex in the system at hand, or {@link #NONE}. */
  private int[] vertex = {};

  private int[] vertexAtom = {};
  private int faultAtom = NONE;

  /** The first problem of a graph that has aromatic atoms or bonds and no crowded atom, or null. */
  SmilesProblem problem(AtomGraph graph) {
    rings.find(graph);
    for (int atom = 0; atom < graph.atoms; atom++) {
      if (graph.isAromatic(atom) && !rings.inRing[atom]) {
        faultAtom = atom;
        return SmilesProblem.AROMATIC_CHAIN;
      }
    }
    if (vertex.length < graph.atoms) {
      vertex = new int[graph.element.length];
      vertexAtom = new int[graph.element.length];
    }
    for (int system = 0; system < rings.systems; system++) {
      SmilesProblem problem = systemProblem(graph, rings.starts[system], rings.starts[system + 1]);
      if (problem != null) {
        return problem;
      }
    }
    return null;
  }

  int faultAtom() {
    return faultAtom;
  }

  private SmilesProblem systemProblem(AtomGraph graph, int start, int end) {
    boolean aromatic = false;
    for (int i = start; i < end; i++) {
      int bond = rings.bonds[i];
      int first = graph.linkAtom[2 * bond];
      int second = graph.linkAtom[2 * bond + 1];
      vertex[first] = NONE - 1;
      vertex[second] = NONE - 1;
      aromatic |= graph.isAromaticAtAll(first) || graph.isAromaticAtAll(second);
    }
    if (!aromatic) {
      return null;
    }
    matching.clear();
    for (int i = start; i < end; i++) {
      int bond = rings.bonds[i];
      addVertex(graph, graph.linkAtom[2 * bond]);
      addVertex(graph, graph.linkAtom[2 * bond + 1]);
    }
    for (int i = start; i < end; i++) {
      int bond = rings.bonds[i];
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
    return switch (matching.solve()) {
      case COMPLETE -> null;
      case INCOMPLETE -> {
        faultAtom = vertexAtom[matching.unmatched()];
        yield SmilesProblem.AROMATICITY;
      }
      case ABANDONED -> {
        faultAtom = vertexAtom[0];
        yield SmilesProblem.TOO_LARGE;
      }
    };
  }

  private void addVertex(AtomGraph graph, int atom) {
    if (vertex[atom] != NONE - 1) {
      return;
    }
    vertex[atom] = NONE;
    boolean wildcard = graph.element[atom] == Elements.ANY;
    if (wildcard ? mayTakeDoubleBond(graph, atom) : needsDoubleBond(graph, atom)) {
      int number = matching.add(wildcard ? Matching.Duty.OPTIONAL : Matching.Duty.REQUIRED);
      vertex[atom] = number;
      vertexAtom[number] = atom;
    }
  }

  /** Whether a wildcard has fewer plain ring neighbours than rings. */
  private boolean mayTakeDoubleBond(AtomGraph graph, int atom) {
    int plain = 0;
    int ringBonds = 0;
    for (int link = graph.firstLink[atom]; link != NONE; link = graph.nextLink[link]) {
      int neighbour = graph.neighbour(link);
      if (rings.inRing[neighbour]) {
        ringBonds++;
        plain += graph.element[neighbour] != Elements.ANY && !graph.isAromatic(neighbour) ? 1 : 0;
      }
    }
    return plain < ringBonds - 1;
  }

  static boolean needsDoubleBond(AtomGraph graph, int atom) {
    return needsDoubleBond(graph, atom, 0);
  }

  /** Whether an atom that can still gain bonds may need one, once it has its two ring bonds. */
  static boolean mayNeedDoubleBond(AtomGraph graph, int atom) {
    return needsDoubleBond(graph, atom, Math.max(0, 2 - graph.aromaticDegree[atom]));
  }

  private static boolean needsDoubleBond(AtomGraph graph, int atom, int missing) {
    if (!graph.isAromaticAtAll(atom)) {
      return false;
    }
    int element = graph.element[atom];
    int charge = graph.charge[atom];
    int written = graph.hydrogens[atom];
    int count =
        Valences.written(
            element, charge, graph.twiceOrders[atom] + 2 * written + 3 * missing, true);
    int implicit =
        graph.isBracket(atom) ? 0 : Valences.implicitHydrogens(element, charge, count, true);
    int orders = written + implicit + missing;
    int untouched = 0;
    for (int link = graph.firstLink[atom]; link != NONE; link = graph.nextLink[link]) {
      int twice = graph.twiceTaken[link];
      orders += graph.kind[link >> 1] == BondKind.AROMATIC ? 1 : twice >> 1;
      untouched += twice == 0 ? 1 : 0;
    }
    int total = count + implicit;
    int neighbours = graph.degree[atom] + missing + implicit - untouched;
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
}
