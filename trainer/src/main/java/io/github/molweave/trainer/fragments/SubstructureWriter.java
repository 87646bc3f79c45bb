package io.github.molweave.trainer.fragments;

import io.github.molweave.graph.MolecularGraph;
import io.github.molweave.smiles.Elements;
import io.github.molweave.trainer.fragments.Substructure.Cut;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Writes a part of a molecule as SMILES: double bonds placed, every hydrogen counted in brackets,
 * stereo marks kept where all neighbours are still told apart. Not canonical; parts between which
 * nothing stands are joined by dots.
 */
final class SubstructureWriter {
  /** A counted hydrogen or a lone pair comes after every neighbour. */
  private static final int LAST = Integer.MAX_VALUE;

  private static final int NONE = -1;

  private final Substructure part;
  private final MolecularGraph graph;
  private final int[] addedHydrogens;
  private final boolean[] visited;
  private final List<List<Integer>> closures = new ArrayList<>();
  private final int[] closureNumbers;
  private final int[] places;
  private final BondMarks marks;
  private final StringBuilder text = new StringBuilder();
  private int nextClosure = 1;
  private int nextPlace;

  private SubstructureWriter(Substructure part) {
    this.part = part;
    this.graph = part.graph();
    this.addedHydrogens = new int[graph.atoms()];
    this.visited = new boolean[graph.atoms()];
    this.closureNumbers = new int[graph.bonds()];
    this.places = new int[graph.atoms()];
    for (int atom = 0; atom < graph.atoms(); atom++) {
      closures.add(new ArrayList<>());
    }
    for (Cut cut : part.cuts()) {
      if (cut.label() == Substructure.HYDROGEN) {
        addedHydrogens[cut.atom()] += cut.order();
      }
    }
    this.marks = new BondMarks(part);
  }

  /** The text of {@code part}, empty when it has no atoms. */
  static String write(Substructure part) {
    SubstructureWriter writer = new SubstructureWriter(part);
    for (int atom = 0; atom < part.graph().atoms(); atom++) {
      if (part.atoms()[atom] && !writer.visited[atom]) {
        writer.findClosures(atom, NONE);
        Arrays.fill(writer.places, 0);
        writer.text.append(writer.text.isEmpty() ? "" : ".");
        writer.writeAtom(atom, NONE);
      }
    }
    return writer.text.toString();
  }

  /** Walks as {@link #writeAtom} will, and notes the bonds that lead back. */
  private void findClosures(int atom, int from) {
    visited[atom] = true;
    places[atom] = ++nextPlace;
    for (int link = graph.firstLink(atom); link < graph.firstLink(atom + 1); link++) {
      int bond = graph.linkedBond(link);
      int next = graph.linkedAtom(link);
      if (bond == from || !part.atoms()[next]) {
        continue;
      }
      if (!visited[next]) {
        findClosures(next, bond);
      } else if (places[next] < places[atom]) {
        closures.get(next).add(bond);
        closures.get(atom).add(bond);
      }
    }
  }

  private void writeAtom(int atom, int from) {
    List<Integer> order = new ArrayList<>();
    if (from != NONE) {
      order.add(other(from, atom));
    }
    int hydrogens = graph.countedHydrogens(atom) + addedHydrogens[atom];
    if (graph.degree(atom) < 4) {
      order.add(LAST);
    }
    for (int bond : closures.get(atom)) {
      order.add(other(bond, atom));
    }
    List<Integer> arms = new ArrayList<>();
    for (int link = graph.firstLink(atom); link < graph.firstLink(atom + 1); link++) {
      int bond = graph.linkedBond(link);
      if (bond != from
          && part.atoms()[graph.linkedAtom(link)]
          && !closures.get(atom).contains(bond)) {
        arms.add(bond);
        order.add(graph.linkedAtom(link));
      }
    }
    List<Cut> dummies =
        part.cuts().stream()
            .filter(cut -> cut.atom() == atom && cut.label() != Substructure.HYDROGEN)
            .toList();
    dummies.forEach(cut -> order.add(cut.outside()));
    writeSymbol(atom, hydrogens, chirality(atom, order));
    closures.get(atom).forEach(bond -> writeClosure(bond, atom));
    int branches = arms.size() + dummies.size();
    for (int bond : arms) {
      branches--;
      text.append(branches > 0 ? "(" : "");
      writeBond(bond, atom);
      writeAtom(other(bond, atom), bond);
      text.append(branches > 0 ? ")" : "");
    }
    for (Cut cut : dummies) {
      branches--;
      text.append(branches > 0 ? "(" : "");
      text.append(marks.of(graph.bondBetween(atom, cut.outside()), atom)).append(sign(cut.order()));
      text.append("[").append(cut.label()).append("*]");
      text.append(branches > 0 ? ")" : "");
    }
  }

  private int other(int bond, int atom) {
    return graph.begin(bond) + graph.end(bond) - atom;
  }

  private void writeSymbol(int atom, int hydrogens, String chirality) {
    int isotope = graph.isotope(atom);
    int charge = graph.charge(atom);
    text.append("[").append(isotope == 0 ? "" : Integer.toString(isotope));
    text.append(Elements.symbol(graph.atomicNumber(atom))).append(chirality);
    if (hydrogens > 0) {
      text.append("H").append(hydrogens == 1 ? "" : Integer.toString(hydrogens));
    }
    if (charge != 0) {
      text.append(charge > 0 ? "+" : "-").append(Math.abs(charge));
    }
    text.append("]");
  }

  private void writeClosure(int bond, int atom) {
    if (closureNumbers[bond] == 0) {
      closureNumbers[bond] = nextClosure++;
      // The mark of a double bond is written at one end only.
      writeBond(bond, atom);
    }
    int number = closureNumbers[bond];
    text.append(number < 10 ? "" : "%").append(number);
  }

  private void writeBond(int bond, int from) {
    text.append(marks.of(bond, from)).append(sign(graph.order(bond)));
  }

  private static String sign(int order) {
    return order == 2 ? "=" : order == 3 ? "#" : "";
  }

  /** The mark that stands for the parity when the neighbours are written in {@code order}. */
  private String chirality(int atom, List<Integer> order) {
    int parity = graph.parity(atom);
    if ((parity != 1 && parity != 2) || addedHydrogens[atom] > 0 || order.size() != 4) {
      return "";
    }
    int swaps = 0;
    for (int i = 0; i < order.size(); i++) {
      for (int j = i + 1; j < order.size(); j++) {
        swaps += order.get(i) > order.get(j) ? 1 : 0;
      }
    }
    return (swaps % 2 == 0) == (parity == 1) ? "@@" : "@";
  }
}
