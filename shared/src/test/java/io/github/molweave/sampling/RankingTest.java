package io.github.molweave.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class RankingTest {
  @Property(seed = "1")
  void putsTheHighestFirstAndLowerIdsFirstAmongEquals(
      @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 0, max = 9) Integer> values,
      @ForAll @IntRange(min = 0, max = 60) int wanted) {
    double[] scores = values.stream().mapToDouble(v -> v).toArray();
    int most = Math.min(wanted, scores.length);
    int[] ids = new int[scores.length];
    List<Integer> expected = new ArrayList<>();
    for (int id = 0; id < ids.length; id++) {
      // Any starting order: here from both ends inwards.
      ids[id] = id % 2 == 0 ? id / 2 : ids.length - 1 - id / 2;
      expected.add(id);
    }
    expected.sort(
        Comparator.comparingDouble((Integer id) -> -scores[id]).thenComparingInt(id -> id));

    Ranking.rank(ids, ids.length, most, scores);

    List<Integer> actual = new ArrayList<>();
    for (int id : ids) {
      actual.add(id);
    }
    assertEquals(expected.subList(0, most), actual.subList(0, most));
    actual.sort(null);
    expected.sort(null);
    assertEquals(expected, actual, "ids were lost");
  }

  @Property(seed = "1")
  void leavesIdsBeyondTheCountAlone(@ForAll @IntRange(min = 0, max = 8) int count) {
    double[] scores = {5, 1, 4, 2, 3, 9, 8, 7};
    int[] ids = {0, 1, 2, 3, 4, 5, 6, 7};
    Ranking.rank(ids, count, count, scores);
    for (int at = count; at < ids.length; at++) {
      assertEquals(at, ids[at]);
    }
  }
}
