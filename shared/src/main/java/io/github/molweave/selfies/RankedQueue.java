package io.github.molweave.selfies;

import java.util.Arrays;

/**
 * Numbers below a bound, taken lowest rank first and of equal ranks lowest number first: a heap.
 */
final class RankedQueue {
  private final int bound;
  private int[] heap;
  private int size;

  /** For numbers 0..{@code bound - 1}; their ranks times the bound have to fit into an int. */
  RankedQueue(int bound) {
    this.bound = bound;
    heap = new int[Math.max(bound, 1)];
  }

  boolean isEmpty() {
    return size == 0;
  }

  void add(int rank, int number) {
    if (size == heap.length) {
      heap = Arrays.copyOf(heap, 2 * size);
    }
    int value = rank * bound + number;
    int at = size++;
    while (at > 0 && heap[(at - 1) / 2] > value) {
      heap[at] = heap[(at - 1) / 2];
      at = (at - 1) / 2;
    }
    heap[at] = value;
  }

  /** The number of the lowest rank; there must be one. */
  int remove() {
    int lowest = heap[0];
    int value = heap[--size];
    int at = 0;
    while (2 * at + 1 < size) {
      int child = 2 * at + 1;
      if (child + 1 < size && heap[child + 1] < heap[child]) {
        child++;
      }
      if (heap[child] >= value) {
        break;
      }
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = value;
    return lowest % bound;
  }
}
