package io.github.molweave.chemistry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HighlightScaleTest {
  /**
   * What is left of linear red, green and blue without the long, the middle or the short wave
   * cones. Source: Machado, Oliveira and Fernandes, "A physiologically-based model for simulation
   * of color vision deficiency", 2009, severity 1.0.
   */
  private static final double[][][] EYES = {
    {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
    {
      {0.152286, 1.052583, -0.204868},
      {0.114503, 0.786281, 0.099216},
      {-0.003882, -0.048116, 1.051998}
    },
    {
      {0.367322, 0.860646, -0.227968},
      {0.280085, 0.672501, 0.047413},
      {-0.011820, 0.042940, 0.968881}
    },
    {
      {1.255528, -0.076749, -0.178779},
      {-0.078411, 0.930809, 0.147602},
      {0.004733, 0.691367, 0.303900}
    }
  };

  private static final int STEPS = 20;

  /** Lightness is CIE L*, 0..100; a step of the scale is a twentieth. */
  @ParameterizedTest
  @CsvSource({
    "AUTO, #ffffff, -1",
    "AUTO, #fffcf5, -1",
    "AUTO, #121212, 1",
    "AUTO, #1c1f38, 1",
    "LIGHT, #ffffff, -1",
    "DARK, #121212, 1",
    "HIGH_CONTRAST_LIGHT, #ffffff, -1",
    "HIGH_CONTRAST_DARK, #000000, 1"
  })
  void goesEvenlyFromTheGroundToTheStrongestForEveryEye(
      Palette palette, String ground, int direction) {
    for (double[][] eye : EYES) {
      double[] lightness = new double[STEPS + 1];
      for (int step = 0; step <= STEPS; step++) {
        lightness[step] = lightness(seen(eye, disc(palette, (double) step / STEPS, ground)));
      }
      double whole = direction * (lightness[STEPS] - lightness[0]);
      assertTrue(whole > 16, "from end to end " + whole);
      for (int step = 0; step < STEPS; step++) {
        double part = direction * (lightness[step + 1] - lightness[step]) / whole * STEPS;
        assertTrue(part > 0.4 && part < 1.7, "step " + step + " is " + part);
      }
      double first = direction * (lightness[0] - lightness(seen(eye, Contrast.linear(ground))));
      assertTrue(first > 1, "the faintest differs from the ground by " + first);
    }
  }

  /** Above a disc everything is drawn in the foreground. */
  @ParameterizedTest
  @CsvSource({
    "AUTO, #ffffff, #23243a, 3",
    "AUTO, #f5efe2, #23243a, 3",
    "AUTO, #14162a, #efe7d6, 3",
    "AUTO, #1c1f38, #efe7d6, 3",
    "LIGHT, #ffffff, #1b1b1b, 4.5",
    "DARK, #121212, #f0f0f0, 4.2",
    "HIGH_CONTRAST_LIGHT, #ffffff, #000000, 7",
    "HIGH_CONTRAST_DARK, #000000, #ffffff, 7"
  })
  void leavesLinesAndLabelsLegible(
      Palette palette, String ground, String foreground, double least) {
    double lines = Contrast.luminance(Contrast.linear(foreground));
    for (int step = 0; step <= STEPS; step++) {
      double disc = Contrast.luminance(disc(palette, (double) step / STEPS, ground));
      double contrast = Contrast.ofLuminances(disc, lines);
      assertTrue(contrast >= least, "value " + step + "/20 has " + contrast);
    }
    if (palette != Palette.AUTO) {
      assertEquals(palette.foreground(), foreground);
    }
  }

  private static double[] disc(Palette palette, double value, String ground) {
    Ink ink = HighlightScale.ink(palette, value);
    return Contrast.mixed(ink.colour(), ink.opacity(), ground);
  }

  private static double[] seen(double[][] eye, double[] linear) {
    double[] seen = new double[3];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        seen[row] += eye[row][column] * linear[column];
      }
      seen[row] = Math.min(Math.max(seen[row], 0), 1);
    }
    return seen;
  }

  private static double lightness(double[] linear) {
    double share = Contrast.luminance(linear);
    return share > 216.0 / 24389 ? 116 * Math.cbrt(share) - 16 : share * 24389 / 27;
  }
}
