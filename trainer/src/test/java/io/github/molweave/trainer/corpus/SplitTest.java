package io.github.molweave.trainer.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SplitTest {
  private static long key(int number) {
    return Split.key("C".repeat(1 + number % 40) + "N".repeat(1 + number / 40 % 40) + "O");
  }

  @Test
  void holdsOutTheFractionAskedFor() {
    for (double fraction : new double[] {0.01, 0.05, 0.3}) {
      int held = 0;
      for (int i = 0; i < 1600; i++) {
        held += new Split(fraction).holdsOut(key(i)) ? 1 : 0;
      }
      // Five standard deviations of a binomial count.
      double spread = 5 * Math.sqrt(1600 * fraction * (1 - fraction));
      assertEquals(1600 * fraction, held, spread);
    }
  }

  @Test
  void keepsWhatASmallerFractionHoldsOut() {
    for (int i = 0; i < 1600; i++) {
      long key = key(i);
      assertTrue(!new Split(0.05).holdsOut(key) || new Split(0.2).holdsOut(key));
      assertFalse(new Split(0).holdsOut(key));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "CC(=O)Oc1ccccc1C(=O)O, O=C(O)c1ccccc1OC(C)=O",
    "c1ccccc1O, C1=CC=CC=C1O",
    "C[N+](=O)[O-], CN(=O)=O",
    "CC[O-], [H]OCC",
    "N[C@@H](C)C(=O)O, N[C@H](C)C(=O)O",
    "CC.[Na+].[Cl-], [Cl-].[Na+].CC",
    "Oc1ccccn1, O=c1cccc[nH]1"
  })
  void keepsSpellingsOfOneSkeletonTogether(String one, String other) {
    assertEquals(Split.key(one), Split.key(other));
  }

  @ParameterizedTest
  @CsvSource({"CCO, CCN", "CCCO, CC(C)O", "c1ccccc1, C1CCCC1", "CC.O, CCO"})
  void tellsSkeletonsApart(String one, String other) {
    assertNotEquals(Split.key(one), Split.key(other));
  }

  @Test
  void findsAPlaceForWhatCannotBeSpelledAnew() {
    assertEquals(Split.key("[Co@OH5]"), Split.key("[Co@OH5]"));
    assertNotEquals(Split.key("[Co@OH5]"), Split.key("[Co@OH6]"));
  }

  /**
   * By Python, from the published constants of SplitMix64:
   *
   * <pre>{@code
   * m = 2**64 - 1
   * def mix(s):
   *     h = s + 0x9e3779b97f4a7c15 & m
   *     h = (h ^ h >> 30) * 0xbf58476d1ce4e5b9 & m
   *     h = (h ^ h >> 27) * 0x94d049bb133111eb & m
   *     return h ^ h >> 31
   * def place(elements, bonds):
   *     l = [mix(e) for e in elements]
   *     for _ in range(6):
   *         n = [3 * x for x in l]
   *         for a, b in bonds: n[a] += mix(l[b]); n[b] += mix(l[a])
   *         l = [mix(x & m) for x in n]
   *     return (mix(sum(map(mix, l)) & m) >> 11) / 2**53
   * }</pre>
   */
  @Test
  void placesMoleculesWhereItAlwaysDid() {
    assertEquals(0.6066653712067573, Split.place(Split.key("CCO")));
    assertEquals(0.030140582371927183, Split.place(Split.key("c1ccccc1")));
  }
}
