package io.github.molweave.smiles;

import io.github.molweave.smiles.SmilesToken.Kind;
import java.util.Arrays;

/** What each token changed, so that it can be taken back. */
final class Journal {
  private static final int STRIDE = 6;

  private int size;
  private Kind[] kinds = new Kind[64];
  private Expected[] expected = new Expected[64];
  private BondKind[] pending = new BondKind[64];
  private BondKind[] ringBonds = new BondKind[64];
  private int[] numbers = new int[64 * STRIDE];
  private BondKind nextRingBond;
  private int nextRingPlace;

  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  /** Of the ring closure that is added next: the bond written where it was opened, and where. */
  void ring(BondKind bond, int place) {
    nextRingBond = bond;
    nextRingPlace = place;
  }

  void add(Kind kind, Expected before, int current, BondKind bond, int place, int a, int b, int c) {
    if (size == kinds.length) {
      grow();
    }
    kinds[size] = kind;
    expected[size] = before;
    pending[size] = bond;
    ringBonds[size] = nextRingBond;
    int at = STRIDE * size++;
    numbers[at] = current;
    numbers[at + 1] = place;
    numbers[at + 2] = a;
    numbers[at + 3] = b;
    numbers[at + 4] = c;
    numbers[at + 5] = nextRingPlace;
  }

  private void grow() {
    kinds = Arrays.copyOf(kinds, 2 * size);
    expected = Arrays.copyOf(expected, 2 * size);
    pending = Arrays.copyOf(pending, 2 * size);
    ringBonds = Arrays.copyOf(ringBonds, 2 * size);
    numbers = Arrays.copyOf(numbers, 2 * size * STRIDE);
  }

  /** Removes the last entry, whose parts the accessors then give. */
  Kind removeLast() {
    return kinds[--size];
  }

  Expected expected() {
    return expected[size];
  }

  BondKind pending() {
    return pending[size];
  }

  BondKind ringBond() {
    return ringBonds[size];
  }

  int current() {
    return numbers[STRIDE * size];
  }

  int place() {
    return numbers[STRIDE * size + 1];
  }

  int a() {
    return numbers[STRIDE * size + 2];
  }

  int b() {
    return numbers[STRIDE * size + 3];
  }

  int c() {
    return numbers[STRIDE * size + 4];
  }

  int ringPlace() {
    return numbers[STRIDE * size + 5];
  }
}
