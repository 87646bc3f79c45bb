package io.github.molweave.chemistry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.actelion.research.chem.StereoMolecule;
import com.actelion.research.chem.coords.CoordinateInventor;
import com.actelion.research.chem.coords.InventorDefaultTemplateList;
import com.actelion.research.chem.coords.InventorTemplate;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Leaving out the templates of cages where there is no cage changes no layout. */
class StructureLayoutTest {
  @Test
  void noTemplateIsBranchedLessThanWhatIsLaidOutWithoutThem() {
    int least = Integer.MAX_VALUE;
    for (InventorTemplate template : new InventorDefaultTemplateList()) {
      least = Math.min(least, StructureLayout.branching(template.getFragment()));
    }
    assertEquals(StructureLayout.LEAST_OF_CAGES, least);
  }

  @Test
  void theLayoutIsThatOfAllTemplates() throws IOException {
    int without = 0;
    for (String[] cells : GoldenMolecule.lines("drugs.tsv")) {
      Molecule molecule = GoldenMolecule.read(cells[1]);
      StereoMolecule sketched = molecule.structure();
      without += StructureLayout.branching(sketched) < StructureLayout.LEAST_OF_CAGES ? 1 : 0;
      StructureLayout.sketch(sketched);
      assertArrayEquals(places(inventedWith(0, molecule)), places(sketched), cells[0]);
    }
    assertTrue(without > 100, without + " are drawn without templates");
  }

  @ParameterizedTest
  @ValueSource(strings = {"C1C2CC3CC1CC(C2)C3", "C12C3C4C1C5C2C3C45"})
  void aCageIsLaidOutByItsTemplate(String cage) {
    Molecule molecule = GoldenMolecule.read(cage);
    StereoMolecule sketched = molecule.structure();
    StructureLayout.sketch(sketched);
    double[] flat = places(inventedWith(CoordinateInventor.MODE_SKIP_DEFAULT_TEMPLATES, molecule));
    assertFalse(java.util.Arrays.equals(flat, places(sketched)));
  }

  private static StereoMolecule inventedWith(int mode, Molecule molecule) {
    StereoMolecule structure = molecule.structure();
    CoordinateInventor inventor = new CoordinateInventor(CoordinateInventor.MODE_DEFAULT | mode);
    inventor.setRandomSeed(1);
    inventor.invent(structure);
    return structure;
  }

  private static double[] places(StereoMolecule structure) {
    double[] places = new double[2 * structure.getAllAtoms()];
    for (int atom = 0; atom < structure.getAllAtoms(); atom++) {
      places[2 * atom] = structure.getAtomX(atom);
      places[2 * atom + 1] = structure.getAtomY(atom);
    }
    return places;
  }
}
