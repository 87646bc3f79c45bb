package io.github.molweave.trainer.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FingerprintTableTest {
  private static final int WIDTH = 128;

  private static FingerprintTable table(int rows, long seed) {
    Random random = new Random(seed);
    List<MoleculeFacts> molecules = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      int[] environments = random.ints(random.nextInt(40)).toArray();
      molecules.add(new MoleculeFacts("", new double[0], environments, List.of(), ""));
    }
    return new FingerprintTable(molecules, WIDTH);
  }

  @Test
  void findsTheNearestWithoutLookingAtAll() {
    FingerprintTable mine = table(60, 1);
    FingerprintTable theirs = table(90, 2);
    for (int row = 0; row < mine.size(); row++) {
      double nearest = 0;
      for (int other = 0; other < theirs.size(); other++) {
        nearest = Math.max(nearest, mine.similarity(row, theirs, other));
      }
      assertEquals(nearest, mine.nearest(row, theirs));
      double nearestOther = 0;
      for (int other = 0; other < mine.size(); other++) {
        nearestOther = Math.max(nearestOther, other == row ? 0 : mine.similarity(row, mine, other));
      }
      assertEquals(nearestOther, mine.nearestOther(row));
    }
  }

  @Test
  void similarityIsCommonBitsOverAllBits() {
    List<MoleculeFacts> two =
        List.of(
            new MoleculeFacts("", new double[0], new int[] {1, 2, 3}, List.of(), ""),
            new MoleculeFacts("", new double[0], new int[] {2, 3 + WIDTH, 70}, List.of(), ""));
    FingerprintTable table = new FingerprintTable(two, WIDTH);
    assertEquals(0.5, table.similarity(0, table, 1));
    assertEquals(1, table.similarity(1, table, 1));
  }
}
