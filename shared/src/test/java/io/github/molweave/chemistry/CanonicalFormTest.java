package io.github.molweave.chemistry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CanonicalFormTest {

  @Test
  void isTheSameForEverySpellingThatRdkitFinds() throws IOException {
    List<String> different = new ArrayList<>();
    for (GoldenMolecule golden : GoldenMolecule.all()) {
      CanonicalForm form = CanonicalForm.of(GoldenMolecule.read(golden.smiles()));
      for (String spelling : golden.spellings()) {
        if (!CanonicalForm.of(GoldenMolecule.read(spelling)).equals(form)) {
          different.add(golden.smiles() + " as " + spelling);
        }
      }
    }
    assertEquals(List.of(), different);
  }

  /** OpenChemLib adds stereo to a double bond in a large ring that had none: 1 of the 400. */
  @Test
  void isItsOwnCanonicalFormButInLargeRings() throws IOException {
    List<String> different = new ArrayList<>();
    for (GoldenMolecule golden : GoldenMolecule.all()) {
      CanonicalForm form = CanonicalForm.of(GoldenMolecule.read(golden.smiles()));
      if (!CanonicalForm.of(GoldenMolecule.read(form.smiles())).equals(form)) {
        different.add(golden.smiles() + " as " + form.smiles());
      }
    }
    assertEquals(1, different.size(), different.toString());
  }

  @Test
  void tellsStereoIsomersApart() {
    for (String[] pair :
        new String[][] {
          {"C[C@H](N)C(=O)O", "C[C@@H](N)C(=O)O"}, {"F/C=C/F", "F/C=C\\F"},
        }) {
      assertNotEquals(form(pair[0]).smiles(), form(pair[1]).smiles());
      assertNotEquals(form(pair[0]).idcode(), form(pair[1]).idcode());
    }
  }

  private static CanonicalForm form(String smiles) {
    return CanonicalForm.of(GoldenMolecule.read(smiles));
  }
}
