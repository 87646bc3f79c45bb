package io.github.molweave.chemistry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PaletteTest {
  /** The grounds are the page's by day and by night, and the plainest ones. */
  @ParameterizedTest
  @CsvSource({
    "AUTO, 3, #ffffff #fffcf5 #f5efe2 #121212 #14162a #1c1f38 #000000",
    "LIGHT, 4.5, #ffffff #fffcf5 #f0f0f0",
    "LIGHT, 4.3, #f5efe2",
    "DARK, 4.5, #000000 #121212 #14162a #1c1f38 #2b2b3a",
    "HIGH_CONTRAST_LIGHT, 7, #ffffff",
    "HIGH_CONTRAST_DARK, 7, #000000"
  })
  void standsOutFromItsGrounds(Palette palette, double least, String grounds) {
    for (String ground : grounds.split(" ", -1)) {
      for (String colour : colours(palette)) {
        double contrast = Contrast.of(colour, ground);
        assertTrue(contrast >= least, colour + " on " + ground + " has " + contrast);
      }
    }
  }

  private static List<String> colours(Palette palette) {
    List<String> colours = new ArrayList<>();
    if (!palette.foreground().equals(Ink.CURRENT)) {
      colours.add(palette.foreground());
    }
    for (AtomColour element : AtomColour.values()) {
      colours.add(element.hex(palette));
    }
    return colours;
  }

  /** The ground that is painted where there is no page is one that the palette is made for. */
  @ParameterizedTest
  @EnumSource(Palette.class)
  void standsOutFromTheGroundOfItsPictures(Palette palette) {
    double least = palette == Palette.AUTO ? 3 : palette.lineFactor() > 1 ? 7 : 4.5;
    for (String colour : colours(palette)) {
      assertTrue(Contrast.of(colour, palette.ground()) >= least, colour);
    }
  }

  @ParameterizedTest
  @EnumSource(Palette.class)
  void isFoundByItsName(Palette palette) {
    assertEquals(palette, Palette.ofId(palette.id()));
    assertNull(Palette.ofId(palette.name() + "?"));
  }
}
