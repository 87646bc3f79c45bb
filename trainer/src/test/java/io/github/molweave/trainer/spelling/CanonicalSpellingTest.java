package io.github.molweave.trainer.spelling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.molweave.chemistry.MoleculeReader;
import io.github.molweave.chemistry.ReadRule;
import io.github.molweave.chemistry.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code canonical.tsv} holds molecules and their canonical spelling, which RDKit judged to be the
 * same molecule: {@code judge_respellings.py canonical.tsv} says so again.
 */
final class CanonicalSpellingTest {
  /** Which of two equal double bond patterns was read shows. */
  private static final String KEKULE_BENZENE = "C1=CC=CC=C1";

  private static String canonical(String smiles) {
    Reading reading = MoleculeReader.read(smiles, ReadRule.LENIENT);
    return CanonicalSpelling.of(((Reading.Understood) reading).molecule());
  }

  private static List<String> table(String name) throws IOException {
    try (InputStream table = CanonicalSpellingTest.class.getResourceAsStream(name)) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  /** Writes the table anew from the molecules of the other. */
  public static void main(String[] ignored) throws IOException {
    for (String line : table("respellings.tsv")) {
      String molecule = line.split("\t", 2)[0];
      System.out.println(molecule + "\t" + canonical(molecule));
    }
  }

  @Test
  void writesWhatRdkitFoundToBeTheSameMolecule() throws IOException {
    for (String line : table("canonical.tsv")) {
      String[] molecule = line.split("\t", -1);
      assertEquals(molecule[1], canonical(molecule[0]));
    }
  }

  @Test
  void writesAllSpellingsOfAMoleculeAlike() throws IOException {
    for (String line : table("respellings.tsv")) {
      String[] spellings = line.split("\t", -1);
      for (String spelling : spellings) {
        if (!spellings[0].equals(KEKULE_BENZENE)) {
          assertEquals(canonical(spellings[0]), canonical(spelling), spelling);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"[H][H]", "[H+]", "[H]O[H]", "[H]", "[2H]O[2H]", "C"})
  void writesHydrogensThatAreWrittenAsAtoms(String smiles) {
    String canonical = canonical(smiles);
    assertEquals(canonical, canonical(canonical));
    assertEquals(
        smiles.chars().sorted().boxed().toList(), canonical.chars().sorted().boxed().toList());
  }

  @Test
  void givesUpOnWhatCannotBeSpelledAnew() {
    assertNull(canonical("N->[Pd]"));
  }
}
