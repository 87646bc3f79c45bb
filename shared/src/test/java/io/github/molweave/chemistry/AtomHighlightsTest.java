package io.github.molweave.chemistry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AtomHighlightsTest {
  private static final double NONE = Double.NaN;

  private static List<DrawingCommand.Disc> discs(String smiles, double... values) {
    List<DrawingCommand.Disc> discs = new ArrayList<>();
    for (DrawingCommand command : drawing(smiles, values).commands()) {
      if (command instanceof DrawingCommand.Disc disc && disc.ink().name().equals("highlights")) {
        discs.add(disc);
      }
    }
    return discs;
  }

  private static Drawing drawing(String smiles, double... values) {
    return StructureDrawing.of(
        GoldenMolecule.read(smiles),
        new DrawingOptions(220, 160, "", Palette.LIGHT, AtomHighlights.of(values)));
  }

  private static String colour(double value) {
    return HighlightScale.ink(Palette.LIGHT, value).colour();
  }

  /** The hydrogen in the middle of the text makes OpenChemLib move the last atom to its place. */
  @Test
  void standsUnderTheAtomOfTheText() {
    Drawing drawing = drawing("C([H])(O)CN", NONE, NONE, 0.2, NONE, 0.9);
    List<DrawingCommand.Disc> discs = discs("C([H])(O)CN", NONE, NONE, 0.2, NONE, 0.9);
    assertEquals(2, discs.size());
    for (DrawingCommand.Disc disc : discs) {
      String nearest = "";
      double least = Double.POSITIVE_INFINITY;
      for (DrawingCommand command : drawing.commands()) {
        if (command instanceof DrawingCommand.Label label && !label.text().equals("H")) {
          double x = label.baseline().x() - disc.centre().x();
          double y = label.baseline().y() - disc.centre().y();
          if (x * x + y * y < least && label.text().length() == 1 && label.text().charAt(0) > '9') {
            least = x * x + y * y;
            nearest = label.text();
          }
        }
      }
      assertEquals(nearest.equals("O") ? colour(0.2) : colour(0.9), disc.ink().colour());
    }
  }

  @Test
  void lendsTheValueOfAHydrogenToItsNeighbour() {
    assertEquals(colour(0.7), discs("[H]C(F)Cl", 0.7, 0.1, NONE, NONE).get(0).ink().colour());
    assertEquals(colour(0.8), discs("[H]C(F)Cl", 0.7, 0.8, NONE, NONE).get(0).ink().colour());
    assertEquals(1, discs("[H]C(F)Cl", 0.7, NONE, NONE, NONE).size());
    assertEquals(2, discs("[2H]C(F)Cl", 0.7, 0.1, NONE, NONE).size());
  }

  @Test
  void drawsTheLabelsOnDiscsInTheForeground() {
    String svg = SvgWriter.write(drawing("CCN", NONE, NONE, 0.5));
    assertTrue(svg.contains("class=\"mw-highlighted\" fill=\"#1b1b1b\""), svg);
  }

  @Test
  void wantsOneValueForEachAtomOrNone() {
    assertThrows(IllegalArgumentException.class, () -> drawing("CCN", 0.5, 0.5));
    assertThrows(IllegalArgumentException.class, () -> drawing("CCN", 1, 1, 1, 1));
    assertEquals(0, discs("CCN").size());
  }

  @Test
  void refusesValuesOutOfRange() {
    for (double value : new double[] {-0.01, 1.01, Double.POSITIVE_INFINITY}) {
      assertThrows(IllegalArgumentException.class, () -> AtomHighlights.of(0, value));
    }
    assertEquals(2, AtomHighlights.of(0, 1).count());
  }
}
