package io.github.molweave.smiles;

import java.util.Arrays;

/** The branches that are open: at which atom, from where in the text. */
final class BranchStack {
  private int[] atoms = new int[16];
  private int[] places = new int[16];
  private int count;

  void clear() {
    count = 0;
  }

  int count() {
    return count;
  }

  int atom(int i) {
    return atoms[i];
  }

  /** Where the innermost one was opened. */
  int lastPlace() {
    return places[count - 1];
  }

  void push(int atom, int place) {
    if (count == atoms.length) {
      atoms = Arrays.copyOf(atoms, 2 * count);
      places = Arrays.copyOf(places, 2 * count);
    }
    atoms[count] = atom;
    places[count++] = place;
  }

  /** Closes the innermost one; the atom at which it began. */
  int pop() {
    return atoms[--count];
  }
}
