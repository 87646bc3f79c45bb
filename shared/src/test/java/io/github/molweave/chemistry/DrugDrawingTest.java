package io.github.molweave.chemistry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.actelion.research.chem.StereoMolecule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The drawings of {@code drugs.tsv}: medicines by name, from salts to macrocycles. */
class DrugDrawingTest {
  private record Drug(String name, Molecule molecule) {}

  private static List<Drug> drugs() throws IOException {
    List<Drug> drugs = new ArrayList<>();
    for (String[] cells : GoldenMolecule.lines("drugs.tsv")) {
      drugs.add(new Drug(cells[0], GoldenMolecule.read(cells[1])));
    }
    assertTrue(drugs.size() >= 200);
    return drugs;
  }

  @ParameterizedTest
  @CsvSource({"220, 160, NaN", "220, 160, 1", "64, 64, NaN", "1200, 300, 0.5", "16, 16, NaN"})
  void staysInsideItsFrameWithWidthsAndLabels(int width, int height, double highlight)
      throws IOException {
    for (Drug drug : drugs()) {
      double[] values = new double[drug.molecule().writtenAtoms()];
      java.util.Arrays.fill(values, highlight);
      DrawingOptions options =
          new DrawingOptions(width, height, "", Palette.LIGHT, AtomHighlights.of(values));
      for (DrawingCommand command : StructureDrawing.of(drug.molecule(), options).commands()) {
        assertTrue(DrawnBounds.of(command).isWithin(width, height), drug.name() + ": " + command);
      }
    }
  }

  @Test
  void isNeverEmptyAndFillsAGoodPartOfTheFrame() throws IOException {
    for (Drug drug : drugs()) {
      double left = 220;
      double right = 0;
      double top = 160;
      double bottom = 0;
      Drawing drawing = StructureDrawing.of(drug.molecule(), new DrawingOptions(220, 160, ""));
      assertFalse(drawing.commands().isEmpty(), drug.name());
      for (DrawingCommand command : drawing.commands()) {
        DrawnBounds bounds = DrawnBounds.of(command);
        left = Math.min(left, bounds.left());
        right = Math.max(right, bounds.right());
        top = Math.min(top, bounds.top());
        bottom = Math.max(bottom, bounds.bottom());
      }
      double share = Math.max((right - left) / 220, (bottom - top) / 160);
      assertTrue(share > 0.4, drug.name() + " fills " + share);
    }
  }

  /** In average bond lengths; artemisinin's rings are drawn in perspective. */
  @Test
  void keepsAtomsApart() throws IOException {
    Set<String> known = Set.of("artemisinin");
    List<String> close = new ArrayList<>();
    for (Drug drug : drugs()) {
      if (closest(drug.molecule()) < 0.3 && !known.contains(drug.name())) {
        close.add(drug.name());
      }
    }
    assertEquals(List.of(), close);
  }

  /** OpenChemLib draws double bonds in large rings without regard to E and Z. */
  @Test
  void showsEachDoubleBondAsTheSmilesSays() throws IOException {
    int named = 0;
    for (Drug drug : drugs()) {
      StereoMolecule structure = drug.molecule().structure();
      structure.ensureHelperArrays(StereoMolecule.cHelperParities);
      int[] said = new int[structure.getBonds()];
      for (int bond = 0; bond < said.length; bond++) {
        said[bond] = DoubleBondSides.isNamed(structure, bond) ? structure.getBondParity(bond) : 0;
      }
      StructureLayout.arrange(structure);
      structure.invalidateHelperArrays(StereoMolecule.cHelperBitsStereo);
      structure.ensureHelperArrays(StereoMolecule.cHelperParities);
      for (int bond = 0; bond < said.length; bond++) {
        if (said[bond] != 0) {
          assertEquals(said[bond], structure.getBondParity(bond), drug.name() + " bond " + bond);
          named++;
        }
      }
    }
    assertTrue(named > 30, "double bonds with a geometry: " + named);
  }

  private static double closest(Molecule molecule) {
    StereoMolecule structure = molecule.structure();
    StructureLayout.arrange(structure);
    double closest = Double.POSITIVE_INFINITY;
    for (int atom = 0; atom < structure.getAllAtoms(); atom++) {
      for (int other = 0; other < atom; other++) {
        if (structure.getBond(atom, other) == -1) {
          double x = structure.getAtomX(atom) - structure.getAtomX(other);
          double y = structure.getAtomY(atom) - structure.getAtomY(other);
          closest = Math.min(closest, Math.sqrt(x * x + y * y) / structure.getAverageBondLength());
        }
      }
    }
    return closest;
  }

  /** None covers a fifth of another, but where rings lie on each other. */
  @Test
  void writesNoLabelOnAnother() throws IOException {
    Set<String> known = Set.of("vinblastine");
    List<String> overlapping = new ArrayList<>();
    for (Drug drug : drugs()) {
      Drawing drawing = StructureDrawing.of(drug.molecule(), new DrawingOptions(220, 160, ""));
      List<DrawnBounds> labels = DrawnBounds.ofLabels(drawing);
      boolean covered = false;
      for (int one = 0; one < labels.size(); one++) {
        for (int other = 0; other < labels.size(); other++) {
          covered |=
              one != other
                  && labels.get(one).overlap(labels.get(other)) > 0.2 * labels.get(one).area();
        }
      }
      if (covered && !known.contains(drug.name())) {
        overlapping.add(drug.name());
      }
    }
    assertEquals(List.of(), overlapping);
  }
}
