package io.github.molweave.trainer.spelling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.smiles.Smiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each row of {@code respellings.tsv} is a molecule and its spellings by the seeds 0 to 7, which
 * RDKit judged to be the same molecule: {@code judge_respellings.py}, beside it, says so again.
 */
final class RandomSpellingTest {
  private static final int SEEDS = 8;

  private static List<String> golden() throws IOException {
    try (InputStream table = RandomSpellingTest.class.getResourceAsStream("respellings.tsv")) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static String row(String smiles) {
    SpelledMolecule molecule = SpelledMolecule.read(smiles);
    return IntStream.range(0, SEEDS)
        .mapToObj(seed -> RandomSpelling.of(molecule, seed))
        .collect(Collectors.joining("\t", smiles + "\t", ""));
  }

  /** Writes the table anew from the molecules in the first column of the one given. */
  public static void main(String[] ignored) throws IOException {
    for (String line : golden()) {
      System.out.println(row(line.split("\t", 2)[0]));
    }
  }

  @Test
  void writesTheSpellingsThatRdkitFoundToBeTheSameMolecule() throws IOException {
    for (String line : golden()) {
      assertEquals(line, row(line.split("\t", 2)[0]));
    }
  }

  @Test
  void beginsAtEveryAtomAndGoesBothWaysRound() {
    SpelledMolecule molecule = SpelledMolecule.read("CC1CCO1");
    Set<String> spellings = new HashSet<>();
    for (int seed = 0; seed < 500; seed++) {
      spellings.add(RandomSpelling.of(molecule, seed));
    }
    assertEquals(
        Set.of(
            "CC1CCO1",
            "CC1OCC1",
            "C1(C)CCO1",
            "C1(C)OCC1",
            "C1COC1C",
            "C1C(C)OC1",
            "C1CC(C)O1",
            "C1CC(O1)C",
            "C1OC(C)C1",
            "C1OC(C1)C",
            "O1CCC1C",
            "O1C(C)CC1"),
        spellings);
  }

  @Test
  void keepsFragmentsApartAndInAnyOrder() {
    SpelledMolecule molecule = SpelledMolecule.read("[Na+].[Cl-]");
    Set<String> spellings = new HashSet<>();
    for (int seed = 0; seed < 20; seed++) {
      spellings.add(RandomSpelling.of(molecule, seed));
    }
    assertEquals(Set.of("[Na+].[Cl-]", "[Cl-].[Na+]"), spellings);
  }

  @Test
  void spellsALongChainAndManyRings() {
    String chain = "C".repeat(5000);
    assertEquals(chain.length(), atoms(RandomSpelling.of(SpelledMolecule.read(chain), 1)));
    List<String> bridges = new ArrayList<>();
    for (int ring = 1; ring <= 99; ring++) {
      bridges.add("C" + (ring > 9 ? "%" : "") + ring);
    }
    String comb = String.join("", bridges) + String.join("", bridges);
    assertEquals(99, SpelledMolecule.read(comb).rings());
    assertTrue(Smiles.isValid(RandomSpelling.of(SpelledMolecule.read(comb), 1)));
  }

  private static int atoms(String smiles) {
    return (int) smiles.chars().filter(c -> c == 'C').count();
  }

  @Test
  void givesTheSameSpellingForTheSameSeedOnly() {
    SpelledMolecule molecule = SpelledMolecule.read("CN1CCN(CC1)C(=O)c1ccccc1");
    assertEquals(RandomSpelling.of(molecule, 3), RandomSpelling.of(molecule, 3));
    assertNotEquals(RandomSpelling.of(molecule, 3), RandomSpelling.of(molecule, 4));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "(",
        "C(",
        "C)",
        "C1CC",
        "CC=",
        "C==C",
        ".C",
        "C..C",
        "C.",
        "=C",
        "C(=)C",
        "hello",
        "[Co@OH5](F)Cl",
        "N->[Pd]",
        "C%(123)CC%(123)",
        "C(.C)",
        "[C",
        "1CC1"
      })
  void givesUpOnWhatItCannotSpellAnew(String text) {
    assertNull(SpelledMolecule.read(text));
  }
}
