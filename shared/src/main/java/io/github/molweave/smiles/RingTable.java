package io.github.molweave.smiles;

import java.util.Arrays;

/** The ring numbers that are open: at which atom, with which bond, from where in the text. */
final class RingTable {
  private static final int NONE = AtomGraph.NONE;

  /** By ring number: the index in the list of open ones, or {@link #NONE}. */
  private int[] index = new int[100];

  private int[] numbers = new int[16];
  private int[] atoms = new int[16];
  private BondKind[] bonds = new BondKind[16];
  private int[] places = new int[16];
  private int count;

  RingTable() {
    Arrays.fill(index, NONE);
  }

  void clear() {
    for (int i = 0; i < count; i++) {
      index[numbers[i]] = NONE;
    }
    count = 0;
  }

  int count() {
    return count;
  }

  /** Where the first of the open rings was opened. */
  int firstPlace() {
    int first = places[0];
    for (int i = 1; i < count; i++) {
      first = Math.min(first, places[i]);
    }
    return first;
  }

  int number(int i) {
    return numbers[i];
  }

  /** The atom at which {@code number} is open, or {@link #NONE}. */
  int atom(int number) {
    return number < index.length && index[number] != NONE ? atoms[index[number]] : NONE;
  }

  BondKind bond(int number) {
    return bonds[index[number]];
  }

  int place(int number) {
    return places[index[number]];
  }

  void open(int number, int atom, BondKind bond, int place) {
    if (number >= index.length) {
      int size = index.length;
      index = Arrays.copyOf(index, SmilesToken.RING_NUMBERS);
      Arrays.fill(index, size, index.length, NONE);
    }
    if (count == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * count);
      atoms = Arrays.copyOf(atoms, 2 * count);
      bonds = Arrays.copyOf(bonds, 2 * count);
      places = Arrays.copyOf(places, 2 * count);
    }
    put(count++, number, atom, bond, place);
  }

  private void put(int i, int number, int atom, BondKind bond, int place) {
    numbers[i] = number;
    atoms[i] = atom;
    bonds[i] = bond;
    places[i] = place;
    index[number] = i;
  }

  /** Takes back the opening that came last. */
  void unopen(int number) {
    index[number] = NONE;
    count--;
  }

  /** Closes {@code number}; the answer goes to {@link #unclose}. */
  int close(int number) {
    int i = index[number];
    count--;
    if (i != count) {
      put(i, numbers[count], atoms[count], bonds[count], places[count]);
    }
    index[number] = NONE;
    return i;
  }

  /** Takes back the closing that came last. */
  void unclose(int number, int atom, BondKind bond, int place, int i) {
    if (i != count) {
      put(count, numbers[i], atoms[i], bonds[i], places[i]);
    }
    count++;
    put(i, number, atom, bond, place);
  }
}
