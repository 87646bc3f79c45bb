package io.github.molweave.trainer.spelling;

import io.github.molweave.trainer.spelling.SpelledAtom.Chirality;
import io.github.molweave.trainer.spelling.SpelledBond.Lean;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Writes a {@link SpelledMolecule} with its atoms in the order that ranks ask for: each part begins
 * at its atom of lowest rank, of several ways on the lowest rank is gone first, and of several
 * branches the largest is written last, so that brackets stay short.
 */
final class SpellingWriter {
  private static final int NONE = -1;
  private static final int MOST_OPEN_RINGS = 99;

  private final SpelledMolecule molecule;
  private final int[] rank;
  private final int[] into;
  private final boolean[] visited;
  private final boolean[] isRing;
  private final int[] subtree;
  private final List<List<Integer>> closing = new ArrayList<>();
  private final List<List<Integer>> opening = new ArrayList<>();
  private final List<List<Integer>> next = new ArrayList<>();
  private final int[] ringNumber;
  private final boolean[] taken = new boolean[MOST_OPEN_RINGS + 1];
  private final LeanGroups leans;
  private final StringBuilder text = new StringBuilder();
  private boolean tooManyRings;

  private SpellingWriter(SpelledMolecule molecule, int[] rank) {
    this.molecule = molecule;
    this.rank = rank;
    int atoms = molecule.size();
    int bonds = molecule.bonds().size();
    into = new int[atoms];
    visited = new boolean[atoms];
    subtree = new int[atoms];
    isRing = new boolean[bonds];
    ringNumber = new int[bonds];
    for (int atom = 0; atom < atoms; atom++) {
      closing.add(new ArrayList<>(0));
      opening.add(new ArrayList<>(0));
      next.add(new ArrayList<>(2));
    }
    leans = LeanGroups.of(molecule);
  }

  /**
   * The text.
   *
   * @param rank of each atom, all different
   * @return null when more rings are open at once than there are numbers for
   */
  static String write(SpelledMolecule molecule, int[] rank) {
    SpellingWriter writer = new SpellingWriter(molecule, rank);
    int[] parts = molecule.parts();
    List<Integer> order = new ArrayList<>();
    for (int atom = 0; atom < parts.length; atom++) {
      order.add(atom);
    }
    order.sort(Comparator.comparingInt(atom -> rank[atom]));
    for (int atom : order) {
      if (!writer.visited[atom]) {
        writer.walk(atom);
        writer.text.append(writer.text.length() == 0 ? "" : ".");
        writer.spell(atom);
      }
    }
    return writer.tooManyRings ? null : writer.text.toString();
  }

  /** Finds the tree of a part, its rings and the sizes of its branches. */
  private void walk(int root) {
    List<Integer> path = new ArrayList<>();
    List<Integer> found = new ArrayList<>();
    enter(root, NONE, found);
    path.add(root);
    List<List<Integer>> waysOn = new ArrayList<>();
    waysOn.add(waysFrom(root));
    while (!path.isEmpty()) {
      int atom = path.get(path.size() - 1);
      List<Integer> ways = waysOn.get(waysOn.size() - 1);
      if (ways.isEmpty()) {
        path.remove(path.size() - 1);
        waysOn.remove(waysOn.size() - 1);
        continue;
      }
      int bond = ways.remove(ways.size() - 1);
      int other = molecule.bonds().get(bond).other(atom);
      if (bond == into[atom] || isRing[bond]) {
        continue;
      }
      if (visited[other]) {
        isRing[bond] = true;
        opening.get(other).add(bond);
        closing.get(atom).add(bond);
      } else {
        next.get(atom).add(bond);
        enter(other, bond, found);
        path.add(other);
        waysOn.add(waysFrom(other));
      }
    }
    for (int i = found.size() - 1; i > 0; i--) {
      int atom = found.get(i);
      subtree[molecule.bonds().get(into[atom]).other(atom)] += subtree[atom];
    }
    for (int atom : found) {
      int here = atom;
      next.get(atom)
          .sort(Comparator.comparingInt(bond -> subtree[molecule.bonds().get(bond).other(here)]));
    }
  }

  private void enter(int atom, int bond, List<Integer> found) {
    visited[atom] = true;
    into[atom] = bond;
    subtree[atom] = 1;
    found.add(atom);
  }

  /** The bonds of {@code atom}, the one to the lowest rank last, where it is taken first. */
  private List<Integer> waysFrom(int atom) {
    List<Integer> ways = new ArrayList<>(molecule.atoms().get(atom).bonds());
    ways.sort(Comparator.comparingInt(bond -> -rank[molecule.bonds().get(bond).other(atom)]));
    return ways;
  }

  private void spell(int root) {
    List<Integer> open = new ArrayList<>();
    List<Integer> done = new ArrayList<>();
    int atom = root;
    int at = 0;
    label(root);
    while (true) {
      List<Integer> ways = next.get(atom);
      if (at < ways.size()) {
        int bond = ways.get(at);
        if (at < ways.size() - 1) {
          open.add(atom);
          done.add(at + 1);
          text.append('(');
        }
        bond(bond, atom);
        atom = molecule.bonds().get(bond).other(atom);
        at = 0;
        label(atom);
      } else if (open.isEmpty()) {
        return;
      } else {
        text.append(')');
        atom = open.remove(open.size() - 1);
        at = done.remove(done.size() - 1);
      }
    }
  }

  /** Writes an atom and its ring numbers. */
  private void label(int atom) {
    SpelledAtom spelled = molecule.atoms().get(atom);
    boolean turned = spelled.chirality() != Chirality.NONE && isTurned(atom);
    text.append(spelled.with(turned ? spelled.chirality().opposite() : spelled.chirality()));
    for (int bond : closing.get(atom)) {
      number(ringNumber[bond]);
    }
    for (int bond : opening.get(atom)) {
      ringNumber[bond] = freeNumber();
      bond(bond, atom);
      number(ringNumber[bond]);
    }
    // Only now: the same number closing and opening at one atom would be hard to read.
    for (int bond : closing.get(atom)) {
      taken[ringNumber[bond]] = false;
    }
  }

  private void number(int number) {
    text.append(number > 9 ? "%" : "").append(number);
  }

  private int freeNumber() {
    for (int number = 1; number <= MOST_OPEN_RINGS; number++) {
      if (!taken[number]) {
        taken[number] = true;
        return number;
      }
    }
    tooManyRings = true;
    return MOST_OPEN_RINGS;
  }

  private void bond(int index, int from) {
    SpelledBond bond = molecule.bonds().get(index);
    if (bond.lean() == Lean.NONE) {
      text.append(bond.symbol());
    } else {
      Lean lean = from == bond.from() ? bond.lean() : bond.lean().opposite();
      text.append(leans.written(index, lean) == Lean.UP ? '/' : '\\');
    }
  }

  /** Whether the neighbours stand in an odd permutation of the order they were read in. */
  private boolean isTurned(int atom) {
    SpelledAtom spelled = molecule.atoms().get(atom);
    List<Integer> was = new ArrayList<>(spelled.bonds());
    List<Integer> is = new ArrayList<>();
    if (into[atom] != NONE) {
      is.add(into[atom]);
    }
    is.addAll(closing.get(atom));
    is.addAll(opening.get(atom));
    is.addAll(next.get(atom));
    if (spelled.hasHydrogen()) {
      was.add(spelled.hangs() ? 1 : 0, NONE);
      is.add(into[atom] != NONE ? 1 : 0, NONE);
    }
    boolean odd = false;
    for (int i = 0; i < is.size(); i++) {
      for (int j = i + 1; j < is.size(); j++) {
        odd ^= was.indexOf(is.get(i)) > was.indexOf(is.get(j));
      }
    }
    if (molecule.turnsWithOneRing(atom)) {
      int rings = closing.get(atom).size() + opening.get(atom).size();
      odd ^= (spelled.ringNumbers() == 1) != (rings == 1);
    }
    return odd;
  }
}
