package io.github.molweave.chemistry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoleculeReaderTest {

  @Test
  void readsEveryMoleculeThatRdkitReads() throws IOException {
    for (GoldenMolecule golden : GoldenMolecule.all()) {
      assertInstanceOf(Reading.Understood.class, strict(golden.smiles()), golden.smiles());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "CC(, smiles-branch-place, 2, -1",
    "C1CC, smiles-ring-open, 1, -1",
    "C11, smiles-ring-self, 2, 1",
    "é, smiles-symbol, 0, -1",
    "*C, smiles-pattern, -1, -1",
    "[#6], smiles-unreadable, -1, -1",
    "c1cccc1, smiles-aromaticity, 2, -1",
    "C[Cl](=O)=O, smiles-valence, 1, 7",
    "'', smiles-empty, 0, -1"
  })
  void namesTheFaultAndItsPlace(String smiles, String id, int position, int related) {
    Reading.Rejected rejected = assertInstanceOf(Reading.Rejected.class, strict(smiles));
    assertEquals(id, rejected.id());
    assertEquals(position, rejected.position());
    assertEquals(related, rejected.related());
    assertTrue(!rejected.reason().isBlank());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[CH3]",
        "[CH2]C",
        "C%10CC%10",
        "CS(=O)(=O)C",
        "F[P-](F)(F)(F)(F)F",
        "[BH4-]",
        "C[O+](C)C",
        "[N-]=[N+]=NC",
        "c1ccc2ccccc2c1",
        "C[C@H](F)Cl",
        "C(C(C)C)(C)C",
        "[C-]#[O+]",
        "[Fe]"
      })
  void readsWhatIsUnusualButRight(String smiles) {
    assertInstanceOf(Reading.Understood.class, strict(smiles));
  }

  @Test
  void readsMoreWhenLenient() {
    assertInstanceOf(
        Reading.Understood.class, MoleculeReader.read("CN(C)(C)(C)C", ReadRule.LENIENT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"C", "(", "[", "C(", "c1", "C=", "%", ".", "[C@@H](", "\0", "C1"})
  void answersInTimeForAMegabyteOfAnything(String part) {
    String text = part.repeat(1_000_000 / part.length());
    assertTimeoutPreemptively(
        Duration.ofSeconds(2), () -> assertInstanceOf(Reading.Rejected.class, strict(text)));
  }

  @Test
  void refusesMoreAtomsThanItsLimit() {
    assertInstanceOf(Reading.Understood.class, strict("C".repeat(MoleculeReader.MAX_ATOMS)));
    Reading.Rejected rejected =
        assertInstanceOf(Reading.Rejected.class, strict("C".repeat(MoleculeReader.MAX_ATOMS + 1)));
    assertEquals(ReadProblem.TOO_MANY_ATOMS.id(), rejected.id());
  }

  @Test
  void refusesMoreCharactersThanItsLimit() {
    Reading.Rejected rejected =
        assertInstanceOf(Reading.Rejected.class, strict("C".repeat(MoleculeReader.MAX_LENGTH + 1)));
    assertEquals(ReadProblem.TOO_LONG.id(), rejected.id());
  }

  @Test
  void readsDeepBranches() {
    int depth = 400;
    String deep = "C(".repeat(depth) + "C" + ")".repeat(depth);
    Molecule molecule = GoldenMolecule.read(deep);
    assertEquals(depth + 1, molecule.heavyAtoms());
  }

  /** Whatever is read can also be named, weighed and drawn. */
  @Property(tries = 3000, seed = "1")
  void neverThrows(@ForAll("smilesLike") String text) {
    for (ReadRule rule : ReadRule.values()) {
      if (MoleculeReader.read(text, rule) instanceof Reading.Understood understood) {
        Molecule molecule = understood.molecule();
        assertTrue(MolecularFormula.of(molecule).weight() > 0, text);
        assertTrue(!CanonicalForm.of(molecule).idcode().isEmpty(), text);
        assertTrue(
            StructureDrawing.svg(molecule, new DrawingOptions(100, 100, text)).length() > 0, text);
      }
    }
  }

  @Provide
  Arbitrary<String> smilesLike() {
    return Arbitraries.of(
            "C", "N", "O", "c", "n", "o", "s", "Cl", "[nH]", "[C@H]", "[C@@]", "[N+]", "[O-]",
            "[H]", "[2H]", "[Fe]", "(", ")", "1", "2", "=", "#", "/", "\\", ".", "-", ":", "%10",
            "*", "[", "]", "@", "+", "é")
        .list()
        .ofMaxSize(14)
        .map(parts -> String.join("", parts));
  }

  @Test
  void everyProblemHasItsOwnAnchor() throws IOException {
    List<String> page = Files.readAllLines(Path.of("../docs/troubleshooting.md"));
    Set<String> ids = new HashSet<>();
    for (ReadProblem problem : ReadProblem.values()) {
      assertTrue(ids.add(problem.id()), problem.id());
      assertTrue(page.contains("### " + problem.id()), problem.id());
    }
  }

  private static Reading strict(String smiles) {
    return MoleculeReader.read(smiles, ReadRule.STRICT);
  }
}
