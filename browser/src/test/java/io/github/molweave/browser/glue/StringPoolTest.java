package io.github.molweave.browser.glue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class StringPoolTest {

  /** Counts are of UTF-16 units: half a surrogate pair is written by itself, unlike in UTF-8. */
  @Test
  void readsUnitsOfOneToThreeBytes() {
    byte[] section =
        HexFormat.of()
            .parseHex(
                "0100" + "41000b" + "11" + "02" + "434f" + "00" + "01" + "c3a9" + "03" + "e282ac"
                    + "eda09d" + "edb5b1");
    assertEquals(List.of("CO", "", "\u00e9", "\u20ac\ud81d\udd71"), StringPool.read(section));
  }

  @Test
  void refusesASectionOfTwoSegments() {
    byte[] section = HexFormat.of().parseHex("0200" + "41000b" + "00" + "00" + "41000b" + "00");
    assertThrows(IllegalStateException.class, () -> StringPool.read(section));
  }

  @Test
  void refusesASegmentThatDoesNotBeginAtZero() {
    byte[] section = HexFormat.of().parseHex("0100" + "41080b" + "02" + "0143");
    assertThrows(IllegalStateException.class, () -> StringPool.read(section));
  }
}
