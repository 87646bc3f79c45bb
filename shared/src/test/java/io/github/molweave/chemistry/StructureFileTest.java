package io.github.molweave.chemistry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.actelion.research.chem.MolfileParser;
import com.actelion.research.chem.StereoMolecule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StructureFileTest {
  /** What molfiles find hard: charges, isotopes, radicals, open geometries, salts, metals. */
  private static final List<String> HARD =
      List.of(
          "C",
          "[H][H]",
          "[Na+].[Cl-]",
          "[13CH4]",
          "[2H]C([3H])O",
          "[CH3]",
          "[CH2]C",
          "[O][O]",
          "C[N+](C)(C)CC([O-])=O",
          "F[P-](F)(F)(F)(F)F",
          "[BH4-]",
          "[Fe+2].[O-]S([O-])(=O)=O",
          "[Fe]",
          "CC=CC",
          "C/C=C/C",
          "C/C=C\\C",
          "CC=NO",
          "C/C=N/O",
          "C1CCCCCC=C1",
          "C1CC=CC1",
          "CC(C)=C(C)C",
          "C[C@H](N)C(=O)O",
          "C[C@@H](N)C(=O)O",
          "CC(N)C(=O)O",
          "C[S@](=O)c1ccccc1",
          "C[S@@](=O)c1ccccc1",
          "[H][C@@](F)(Cl)Br",
          "O[C@H]1CC[C@@H](O)CC1",
          "C[C@H]1CC[C@H](C)CC1",
          "FC(Cl)=C=C(F)Cl",
          "N#N",
          "[C-]#[O+]",
          "c1cc[nH]c1",
          "C[n+]1ccccc1",
          "[O-][n+]1ccccc1",
          "C[Si](C)(C)C",
          "CS(C)(=O)=O",
          "[CH3:7]O");

  private static List<String> smiles() throws IOException {
    List<String> all = new ArrayList<>(HARD);
    for (String[] cells : GoldenMolecule.lines("drugs.tsv")) {
      all.add(cells[1]);
    }
    return all.subList(0, 70);
  }

  private static Molecule read(String smiles) {
    Reading reading = MoleculeReader.read(smiles, ReadRule.LENIENT);
    return ((Reading.Understood) reading).molecule();
  }

  private static String file(MolfileVersion version) throws IOException {
    StringBuilder file = new StringBuilder();
    for (String smiles : smiles()) {
      DataField field = new DataField("SMILES", smiles);
      file.append(StructureFile.sdfEntry(read(smiles), "", version, List.of(field)));
    }
    return file.toString();
  }

  /**
   * The golden files were read by RDKit, and every molecule was the one of its SMILES: {@code
   * check_structure_files.py}. Where the writer changes on purpose, check what it writes again.
   */
  @ParameterizedTest
  @EnumSource(MolfileVersion.class)
  void writesTheFilesThatRdkitHasRead(MolfileVersion version) throws IOException {
    String name = "structures-" + version.id() + ".sdf";
    String written = file(version);
    Files.writeString(Path.of("target", name), written);
    String golden =
        new String(
            StructureFileTest.class.getResourceAsStream(name).readAllBytes(),
            StandardCharsets.UTF_8);
    assertTrue(golden.equals(written), "target/" + name + " differs from the golden file");
  }

  /** OpenChemLib reads the geometry from the places alone, and names it by its code. */
  @ParameterizedTest
  @EnumSource(MolfileVersion.class)
  void isReadBackByOpenChemLib(MolfileVersion version) throws IOException {
    int same = 0;
    List<String> all = smiles();
    for (String smiles : all) {
      StereoMolecule back = new StereoMolecule();
      String file = StructureFile.molfile(read(smiles), smiles, version);
      assertTrue(new MolfileParser().parse(back, file), smiles);
      back.ensureHelperArrays(StereoMolecule.cHelperParities);
      assertEquals(MolecularFormula.of(read(smiles)).text(), formula(smiles, back), smiles);
      same += CanonicalForm.of(read(smiles)).idcode().equals(back.getIDCode()) ? 1 : 0;
    }
    assertTrue(same >= 0.9 * all.size(), same + " of " + all.size());
  }

  private static String formula(String smiles, StereoMolecule structure) {
    return MolecularFormula.of(new Molecule(smiles, structure, new int[0])).text();
  }

  @Test
  void putsAnyNameOnOneLine() {
    String name = "a\nM  END\r$$$$\u0000\u0085\u2028b" + "x".repeat(200);
    String first = StructureFile.molfile(read("C"), name, MolfileVersion.V2000).split("\n", -1)[0];
    assertEquals("a M  END $$$$   b", first.substring(0, 17));
    assertEquals(80, first.length());
    assertEquals(
        79,
        StructureFile.molfile(read("C"), "x".repeat(79) + "\uD83D\uDE00", MolfileVersion.V3000)
            .indexOf('\n'));
  }

  /** Neither an empty line nor an end mark can come in by a value. */
  @ParameterizedTest
  @ValueSource(strings = {"a\n\n> <B>\nc", "$$$$", "\n$$$$\n", "> <B>", "", "a\r\rb"})
  void keepsAValueInItsField(String value) {
    String entry =
        StructureFile.sdfEntry(
            read("C"), value, MolfileVersion.V2000, List.of(new DataField("A", value)));
    String[] lines = entry.split("\n", -1);
    int end = List.of(lines).indexOf("M  END");
    assertEquals(">  <A>", lines[end + 1]);
    assertEquals(value.replaceAll("[\r\n]", " ").trim(), lines[end + 2].trim());
    assertEquals(List.of("", "$$$$", ""), List.of(lines).subList(end + 3, lines.length));
    for (int line = 0; line < end + 3; line++) {
      boolean mark = lines[line].startsWith("$$$$") || lines[line].startsWith(">");
      assertEquals(line == end + 1, mark, entry);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1a", "a>b", "a<b", "a\nb", " a", "a-b", "é", "$$$$"})
  void refusesNamesThatWouldBreakTheFile(String name) {
    assertThrows(IllegalArgumentException.class, () -> new DataField(name, ""));
  }

  @Test
  void refusesQuadrupleBonds() {
    assertThrows(
        IllegalArgumentException.class,
        () -> StructureFile.molfile(read("[Re]$[Re]"), "", MolfileVersion.V2000));
  }

  @Test
  void endsItsLinesInALineFeedOnEverySystem() {
    String before = System.lineSeparator();
    System.setProperty("line.separator", "\r\n");
    try {
      assertFalse(
          StructureFile.molfile(read("CCO"), "", MolfileVersion.V3000).contains("\r"), before);
    } finally {
      System.setProperty("line.separator", before);
    }
  }
}
