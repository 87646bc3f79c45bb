package io.github.molweave.sampling;

/**
 * Puts the ids with the highest scores first, without sorting the rest: a heap in place, no
 * allocation. Between equal scores the lowest id comes first.
 */
final class Ranking {
  private Ranking() {}

  /**
   * Rearranges {@code ids[0..count)} so that the first {@code most} are the highest, in order; the
   * order of the others is unspecified.
   *
   * @param most 0..count
   * @param scores by id, no NaN
   */
  static void rank(int[] ids, int count, int most, double[] scores) {
    // The heap lies backwards, its root at the last index: taking its end away frees the front.
    for (int place = count / 2 - 1; place >= 0; place--) {
      sink(ids, count, count, place, scores);
    }
    for (int rank = 0; rank < most; rank++) {
      int highest = ids[count - 1];
      ids[count - 1] = ids[rank];
      ids[rank] = highest;
      sink(ids, count, count - rank - 1, 0, scores);
    }
  }

  /** Moves the id at heap place {@code place} down to where no child is before it. */
  private static void sink(int[] ids, int count, int size, int place, double[] scores) {
    int id = ids[count - 1 - place];
    int hole = place;
    while (2 * hole + 1 < size) {
      int child = 2 * hole + 1;
      if (child + 1 < size && isBefore(ids[count - 2 - child], ids[count - 1 - child], scores)) {
        child++;
      }
      if (!isBefore(ids[count - 1 - child], id, scores)) {
        break;
      }
      ids[count - 1 - hole] = ids[count - 1 - child];
      hole = child;
    }
    ids[count - 1 - hole] = id;
  }

  private static boolean isBefore(int id, int other, double[] scores) {
    return scores[id] > scores[other] || (scores[id] == scores[other] && id < other);
  }
}
