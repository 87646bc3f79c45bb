package io.github.molweave.trainer.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class SplitTest {

  @Test
  void holdsOutTheFractionAskedFor() {
    for (double fraction : new double[] {0.01, 0.05, 0.3}) {
      int held = 0;
      for (int i = 0; i < 20_000; i++) {
        held += new Split(fraction).holdsOut("C".repeat(i % 40) + "N" + i) ? 1 : 0;
      }
      // Five standard deviations of a binomial count.
      double spread = 5 * Math.sqrt(20_000 * fraction * (1 - fraction));
      assertEquals(20_000 * fraction, held, spread);
    }
  }

  @Test
  void keepsWhatASmallerFractionHoldsOut() {
    for (int i = 0; i < 5_000; i++) {
      String smiles = "CC" + i;
      assertTrue(!new Split(0.05).holdsOut(smiles) || new Split(0.2).holdsOut(smiles));
    }
  }

  @Test
  void holdsOutNothingAtZero() {
    for (int i = 0; i < 5_000; i++) {
      assertFalse(new Split(0).holdsOut("CC" + i));
    }
  }

  /**
   * By Python, from the published constants of FNV-1a and SplitMix64:
   *
   * <pre>{@code
   * def place(s, m=2**64 - 1):
   *     h = 0xcbf29ce484222325
   *     for c in s: h = (h ^ ord(c)) * 0x100000001b3 & m
   *     h = (h ^ h >> 30) * 0xbf58476d1ce4e5b9 & m
   *     h = (h ^ h >> 27) * 0x94d049bb133111eb & m
   *     return ((h ^ h >> 31) >> 11) / 2**53
   * }</pre>
   */
  @Test
  void placesStringsWhereItAlwaysDid() {
    assertEquals(0.843513918757323, Split.place("CCO"));
    assertEquals(0.43246523691284144, Split.place("c1ccccc1"));
  }
}
