package io.github.molweave.trainer.fragments;

import io.github.molweave.graph.MolecularGraph;
import io.github.molweave.trainer.fragments.Substructure.Cut;
import java.util.ArrayList;
import java.util.List;

/**
 * The scaffold of a molecule in RDKit's sense: its rings, what links them, and every atom that has
 * a double bond to one of these. Hydrogens take the places of what is left out.
 *
 * <p>Source: G. W. Bemis, M. A. Murcko, The Properties of Known Drugs, J. Med. Chem. 39 (1996)
 * 2887; the double bonds are RDKit's addition (GetScaffoldForMol).
 */
final class MurckoScaffold {
  private MurckoScaffold() {}

  /** The scaffold; without atoms when there is no ring. */
  static Substructure of(MolecularGraph graph) {
    boolean[] core = ringsAndLinkers(graph);
    boolean[] kept = core.clone();
    List<Cut> cuts = new ArrayList<>();
    for (int bond = 0; bond < graph.bonds(); bond++) {
      if (graph.order(bond) == 2) {
        kept[graph.end(bond)] |= core[graph.begin(bond)];
        kept[graph.begin(bond)] |= core[graph.end(bond)];
      }
    }
    for (int bond = 0; bond < graph.bonds(); bond++) {
      addCut(graph, core, kept, bond, graph.begin(bond), cuts);
      addCut(graph, core, kept, bond, graph.end(bond), cuts);
    }
    return new Substructure(graph, kept, cuts);
  }

  private static void addCut(
      MolecularGraph graph, boolean[] core, boolean[] kept, int bond, int atom, List<Cut> cuts) {
    int outside = graph.begin(bond) + graph.end(bond) - atom;
    // RDKit leaves a charged atom at the far end of a double bond without what it has lost.
    boolean filled = core[atom] || graph.charge(atom) == 0;
    if (kept[atom] && !kept[outside] && filled) {
      cuts.add(new Cut(atom, outside, graph.order(bond), Substructure.HYDROGEN));
    }
  }

  /** What stays when atoms with one neighbour are taken away again and again. */
  private static boolean[] ringsAndLinkers(MolecularGraph graph) {
    int atoms = graph.atoms();
    boolean[] stays = new boolean[atoms];
    int[] degrees = new int[atoms];
    int[] leaves = new int[atoms];
    int count = 0;
    for (int atom = 0; atom < atoms; atom++) {
      degrees[atom] = graph.degree(atom);
      stays[atom] = degrees[atom] > 1;
      if (!stays[atom]) {
        leaves[count++] = atom;
      }
    }
    while (count > 0) {
      int leaf = leaves[--count];
      for (int link = graph.firstLink(leaf); link < graph.firstLink(leaf + 1); link++) {
        int next = graph.linkedAtom(link);
        degrees[next]--;
        if (stays[next] && degrees[next] == 1) {
          stays[next] = false;
          leaves[count++] = next;
        }
      }
    }
    return stays;
  }
}
