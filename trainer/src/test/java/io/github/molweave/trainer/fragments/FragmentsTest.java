package io.github.molweave.trainer.fragments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.chemistry.CanonicalForm;
import io.github.molweave.chemistry.Molecule;
import io.github.molweave.chemistry.MoleculeReader;
import io.github.molweave.chemistry.ReadRule;
import io.github.molweave.chemistry.Reading;
import io.github.molweave.graph.MolecularGraph;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Compares with RDKit: make_fragments.py wrote fragments.tsv. */
class FragmentsTest {
  private static final double MOST_WRONG = 0.01;

  private final FragmentKeys keys = new FragmentKeys();

  private record Golden(String smiles, String scaffold, String fragments) {}

  @Test
  void cutsTheBondsThatRdkitCuts() throws IOException {
    List<String> wrong = new ArrayList<>();
    List<Golden> goldens = goldens();
    for (Golden golden : goldens) {
      List<String> expected =
          Arrays.stream(golden.fragments().split("\\.", -1)).map(keys::key).sorted().toList();
      List<String> found = keys.fragments(graph(golden.smiles())).stream().sorted().toList();
      if (!expected.equals(found)) {
        wrong.add(golden.smiles());
      }
    }
    assertTrue(wrong.size() <= MOST_WRONG * goldens.size(), () -> String.join("\n", wrong));
  }

  @Test
  void keepsTheScaffoldThatRdkitKeeps() throws IOException {
    List<String> wrong = new ArrayList<>();
    List<Golden> goldens = goldens();
    for (Golden golden : goldens) {
      String found = SubstructureWriter.write(MurckoScaffold.of(graph(golden.smiles())));
      String expected = golden.scaffold().equals("-") ? "" : golden.scaffold();
      if (!keys.key(expected).equals(keys.key(found))) {
        wrong.add(golden.smiles());
      }
    }
    assertTrue(wrong.size() <= MOST_WRONG * goldens.size(), () -> String.join("\n", wrong));
  }

  @Test
  void writesWholeMoleculesThatAreReadAgainAsTheSame() throws IOException {
    for (Golden golden : goldens()) {
      assertReadAgain(golden.smiles());
    }
  }

  @Test
  void keepsStereoMarks() {
    for (String smiles :
        List.of(
            "C[C@H](N)C(=O)O",
            "C[C@@H](N)C(=O)O",
            "C[C@@H]1CC[C@H](O)CC1",
            "CN1CC[C@]23c4c5ccc(O)c4O[C@H]2[C@@H](O)C=C[C@H]3[C@H]1C5",
            "C[S@](=O)CC",
            "F/C=C/Cl",
            "F/C=C\\Cl",
            "C/C=C/C(O)/C=C\\C",
            "N#CC(=C/c1csc(C2CC2)n1)/C([O-])=N/c1c(Cl)cccc1Cl")) {
      assertReadAgain(smiles);
    }
  }

  private void assertReadAgain(String smiles) {
    Molecule molecule = molecule(smiles);
    MolecularGraph graph = MolecularGraph.of(molecule);
    boolean[] all = new boolean[graph.atoms()];
    Arrays.fill(all, true);
    String text = SubstructureWriter.write(new Substructure(graph, all, List.of()));
    assertEquals(CanonicalForm.of(molecule).idcode(), keys.key(text), smiles);
  }

  @Test
  void givesOneKeyToOnePartOfDifferentMolecules() {
    // Two naphthalenes, differently dressed.
    assertEquals(
        keys.scaffold(graph("Cc1ccc2ccccc2c1")), keys.scaffold(graph("OCCc1cccc2ccc(Cl)cc12")));
    assertEquals("", keys.scaffold(graph("Cc1ccccc1")));
    assertEquals("", keys.scaffold(graph("CCO")));
  }

  @Test
  void tellsMirrorImagesApart() {
    String one = keys.scaffold(graph("C1CC[C@H]2CCCN[C@@H]2C1"));
    String other = keys.scaffold(graph("C1CC[C@@H]2CCCN[C@H]2C1"));
    assertTrue(!one.equals(other), one);
  }

  @Test
  void labelsBothEndsOfAnAmide() {
    List<String> found = keys.fragments(graph("CC(=O)NCCC"));
    List<String> expected =
        List.of(keys.key("[1*]C(C)=O"), keys.key("[5*]N[5*]"), keys.key("[4*]CCC"));
    assertEquals(expected, found);
  }

  private static MolecularGraph graph(String smiles) {
    return MolecularGraph.of(molecule(smiles));
  }

  private static Molecule molecule(String smiles) {
    return ((Reading.Understood) MoleculeReader.read(smiles, ReadRule.STRICT)).molecule();
  }

  private static List<Golden> goldens() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(FragmentsTest.class.getResourceAsStream("fragments.tsv")),
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .map(line -> line.split("\t", -1))
          .map(cells -> new Golden(cells[0], cells[1], cells[2]))
          .toList();
    }
  }
}
