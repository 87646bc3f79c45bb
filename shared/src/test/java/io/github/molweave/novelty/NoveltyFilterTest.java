package io.github.molweave.novelty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.chemistry.Constitution;
import io.github.molweave.chemistry.Molecule;
import io.github.molweave.chemistry.MoleculeReader;
import io.github.molweave.chemistry.ReadRule;
import io.github.molweave.chemistry.Reading;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoveltyFilterTest {
  private static final int KEYS = 20_000;

  /** Its many double bond patterns are one molecule to RDKit and several to OpenChemLib. */
  private static final String CHLORIN =
      "C=Cc1c(C)c2cc3[nH]c(cc4nc(c(C(=O)O)c5[nH]c(cc1n2)c(C)c5CC(=O)O)C(CCC(=O)O)C4C)c(C)c3C=C";

  private static Set<String> keys(String prefix, int count) {
    Set<String> keys = new HashSet<>();
    for (int i = 0; i < count; i++) {
      keys.add(prefix + i);
    }
    return keys;
  }

  @Test
  void forgetsNoneAndTakesOneInAThousandOthersForOne() {
    NoveltyFilter filter = NoveltyFilter.of(keys("in", KEYS), 0, "");
    for (String key : keys("in", KEYS)) {
      assertTrue(filter.has(key), key);
    }
    int asked = 400_000;
    int alarms = 0;
    for (String key : keys("out", asked)) {
      alarms += filter.has(key) ? 1 : 0;
    }
    // 400 are expected; five standard deviations are 100.
    assertTrue(Math.abs(alarms - asked * 0.001) < 100, alarms + " false alarms");
    assertEquals(alarms, filter.falseAlarmRate() * asked, 100);
    assertTrue(filter.bits().length <= KEYS * 14.5 / 8 + 1);
  }

  @ParameterizedTest
  @CsvSource({
    "OC(=O)c1ccccc1OC(C)=O, PROBABLY_IN_IT",
    "O(C(C)=O)C1=CC=CC=C1C(O)=O, PROBABLY_IN_IT",
    "C[C@H](N)C(=O)O, PROBABLY_IN_IT",
    "C[C@@H](N)C(=O)O, PROBABLY_IN_IT",
    "N[C@@H](C)C(O)=O, PROBABLY_IN_IT",
    "CC(N)C(=O)O, PROBABLY_IN_IT",
    "CC(C)C(=O)O, NOT_IN_TRAINING_SET",
    "C[C@H]([NH3+])C(=O)[O-], NOT_IN_TRAINING_SET",
    "[13CH3]C(N)C(=O)O, NOT_IN_TRAINING_SET",
    "C[S@](=O)c1ccccc1, PROBABLY_IN_IT",
    "[S@@](C)(=O)c1ccccc1, PROBABLY_IN_IT",
    "CN(=O)=O, PROBABLY_IN_IT",
    "O=[N+](C)[O-], PROBABLY_IN_IT",
    "CON=O, NOT_IN_TRAINING_SET",
    "OCl(=O)(=O)=O, PROBABLY_IN_IT",
    "[O-][Cl+3]([O-])([O-])O, PROBABLY_IN_IT",
    "CN=[N+]=[N-], NOT_IN_TRAINING_SET",
    "c1c2cc[nH]c2ccc1, PROBABLY_IN_IT",
    "C1=CC=C2NC=CC2=C1, PROBABLY_IN_IT",
    "C1=CC=C2N=CCC2=C1, NOT_IN_TRAINING_SET",
  })
  void knowsSpellingsAndStereoisomersAsOneMolecule(String asked, Verdict verdict) {
    Set<String> corpus = new HashSet<>();
    for (String smiles :
        new String[] {
          "CC(=O)Oc1ccccc1C(=O)O",
          "C[C@H](N)C(=O)O",
          "CS(=O)c1ccccc1",
          "C[N+](=O)[O-]",
          "OCl(=O)(=O)=O",
          "c1ccc2[nH]ccc2c1"
        }) {
      corpus.add(Constitution.key(read(smiles)));
    }
    assertEquals(verdict, NoveltyFilter.of(corpus, 0, "").ask(read(asked)));
  }

  @Test
  void knowsAMoleculeOfManyDoubleBondPatterns() {
    NoveltyFilter filter = NoveltyFilter.of(Set.of(Constitution.key(read(CHLORIN))), 0, "");
    String other =
        "C(CC1c2nc(C1C)cc1c(c(c([nH]1)cc1C(C)=C(c(cc3[nH]c(c2C(=O)O)c(c3C)CC(=O)O)n1)C=C)C=C)C)"
            + "C(O)=O";
    assertEquals(Verdict.PROBABLY_IN_IT, filter.ask(read(other)));
  }

  @Test
  void isMadeOfSomething() {
    Set<String> nothing = Set.of();
    assertThrows(IllegalArgumentException.class, () -> NoveltyFilter.of(nothing, 0, ""));
    assertTrue(NoveltyFilter.of(Set.of("one"), 0, "").has("one"));
  }

  private static Molecule read(String smiles) {
    Reading reading = MoleculeReader.read(smiles, ReadRule.STRICT);
    if (reading instanceof Reading.Rejected rejected) {
      throw new AssertionError(smiles + ": " + rejected.reason());
    }
    return ((Reading.Understood) reading).molecule();
  }
}
