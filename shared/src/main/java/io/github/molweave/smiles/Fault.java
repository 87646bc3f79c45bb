package io.github.molweave.smiles;

/** What was last found wrong with a molecule: where, and with which atom, which may be gone. */
final class Fault {
  private static final int NONE = AtomGraph.NONE;

  /** Where in the text, in the unit in which the molecule's tokens were placed. */
  int place = NONE;

  /** A second place that belongs to it, or {@link AtomGraph#NONE}. */
  int related = NONE;

  int element;
  int charge;

  /** Bonds and written hydrogens of the atom. */
  int bonds;

  SmilesProblem at(SmilesProblem problem, int where, int relatedTo) {
    place = where;
    related = relatedTo == where ? NONE : relatedTo;
    return problem;
  }

  SmilesProblem atAtom(SmilesProblem problem, AtomGraph graph, int atom, int relatedTo) {
    element = graph.element[atom];
    charge = graph.charge[atom];
    bonds = (graph.twiceValence(atom) + 1) >> 1;
    return at(problem, graph.place[atom], relatedTo);
  }
}
