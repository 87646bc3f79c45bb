package io.github.molweave.chemistry;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AtomColourTest {
  private static final double LEAST = 3.8;

  @ParameterizedTest
  @EnumSource(AtomColour.class)
  void standsOutFromLightAndDarkGround(AtomColour colour) {
    for (String ground : new String[] {"#ffffff", "#121212"}) {
      double contrast = contrast(colour.hex(), ground);
      assertTrue(contrast >= LEAST, colour + " on " + ground + " has " + contrast);
    }
  }

  /** WCAG 2.1, "contrast ratio". */
  private static double contrast(String one, String other) {
    double light = Math.max(luminance(one), luminance(other));
    double dark = Math.min(luminance(one), luminance(other));
    return (light + 0.05) / (dark + 0.05);
  }

  private static double luminance(String hex) {
    return 0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);
  }

  private static double channel(String hex, int at) {
    double share = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
