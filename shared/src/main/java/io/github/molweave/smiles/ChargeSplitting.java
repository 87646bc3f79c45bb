package io.github.molweave.smiles;

/**
 * Groups that are often written with too many bonds, and what RDKit makes of them before it checks
 * any valence: {@code N(=O)=O} becomes {@code [N+](=O)[O-]}, {@code N=N#N} becomes {@code
 * N=[N+]=[N-]}, {@code C=P(=O)C} becomes {@code C=[P+]([O-])C}, {@code Cl(=O)(=O)O} becomes {@code
 * [Cl+2]([O-])([O-])O}.
 */
final class ChargeSplitting {
  private static final int NONE = AtomGraph.NONE;

  private ChargeSplitting() {}

  /** Whether the atom could be one of them; cheap, and true of some that are not. */
  static boolean mayApply(AtomGraph graph, int atom) {
    int element = graph.element[atom];
    if (element < Elements.NITROGEN || element == Elements.OXYGEN || graph.charge[atom] != 0) {
      return false;
    }
    int twice = graph.twiceValence(atom);
    return switch (element) {
      case Elements.NITROGEN -> twice == 10;
      case Elements.PHOSPHORUS -> twice >= 9 && graph.degree[atom] == 3;
      case Elements.CHLORINE, Elements.BROMINE, Elements.IODINE -> twice >= 5;
      default -> false;
    };
  }

  static void apply(AtomGraph graph) {
    for (int atom = 0; atom < graph.atoms; atom++) {
      if (mayApply(graph, atom)) {
        switch (graph.element[atom]) {
          case Elements.NITROGEN -> nitrogen(graph, atom);
          case Elements.PHOSPHORUS -> phosphorus(graph, atom);
          default -> halogen(graph, atom);
        }
      }
    }
  }

  private static int written(AtomGraph graph, int atom, boolean aromatic) {
    int twice = graph.twiceValence(atom);
    return Valences.written(graph.element[atom], graph.charge[atom], twice, aromatic);
  }

  private static void nitrogen(AtomGraph graph, int atom) {
    if (written(graph, atom, graph.aromaticDegree[atom] > 0) != 5) {
      return;
    }
    int chosen = NONE;
    for (int link = graph.firstLink[atom]; link != NONE; link = graph.nextLink[link]) {
      int neighbour = graph.neighbour(link);
      if (graph.charge[neighbour] != 0) {
        continue;
      }
      BondKind kind = graph.kind[link >> 1];
      boolean oxide = kind == BondKind.DOUBLE && graph.element[neighbour] == Elements.OXYGEN;
      boolean nitride = kind == BondKind.TRIPLE && graph.element[neighbour] == Elements.NITROGEN;
      if (oxide || nitride) {
        // Links run from the newest bond to the oldest, and the oldest one counts.
        chosen = link;
      }
    }
    if (chosen != NONE) {
      int bond = chosen >> 1;
      graph.setKind(bond, graph.kind[bond] == BondKind.DOUBLE ? BondKind.SINGLE : BondKind.DOUBLE);
      graph.setCharge(atom, 1);
      graph.setCharge(graph.neighbour(chosen), -1);
    }
  }

  private static void phosphorus(AtomGraph graph, int atom) {
    if (graph.degree[atom] != 3 || written(graph, atom, graph.isAromaticAtAll(atom)) != 5) {
      return;
    }
    int oxide = NONE;
    boolean otherDouble = false;
    for (int link = graph.firstLink[atom]; link != NONE; link = graph.nextLink[link]) {
      if (graph.kind[link >> 1] != BondKind.DOUBLE) {
        continue;
      }
      int neighbour = graph.neighbour(link);
      int element = graph.element[neighbour];
      if (element == Elements.OXYGEN && graph.charge[neighbour] == 0) {
        oxide = oxide == NONE ? link : oxide;
      } else if (element == Elements.CARBON || element == Elements.NITROGEN) {
        otherDouble |= graph.degree[neighbour] >= 2;
      }
    }
    if (otherDouble && oxide != NONE) {
      graph.setKind(oxide >> 1, BondKind.SINGLE);
      graph.setCharge(graph.neighbour(oxide), -1);
      graph.setCharge(atom, 1);
    }
  }

  private static void halogen(AtomGraph graph, int atom) {
    int count = written(graph, atom, graph.isAromaticAtAll(atom));
    if (count != 3 && count != 5 && count != 7) {
      return;
    }
    for (int link = graph.firstLink[atom]; link != NONE; link = graph.nextLink[link]) {
      if (graph.element[graph.neighbour(link)] != Elements.OXYGEN) {
        return;
      }
    }
    int charge = 0;
    for (int link = graph.firstLink[atom]; link != NONE; link = graph.nextLink[link]) {
      if (graph.kind[link >> 1] == BondKind.DOUBLE) {
        graph.setKind(link >> 1, BondKind.SINGLE);
        graph.setCharge(graph.neighbour(link), -1);
        charge++;
      }
    }
    graph.setCharge(atom, charge);
  }
}
