package io.github.molweave.smiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.molweave.smiles.Validity.Invalid;
import io.github.molweave.smiles.Validity.Valid;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmilesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "C",
        "[H][H]",
        "c1ccccc1",
        "c1cc[nH]c1",
        "O=n1ccccc1",
        "C[N+](=O)[O-]",
        "CN(=O)=O",
        "CN=[N+]=[N-]",
        "CN=N#N",
        "OCl(=O)(=O)=O",
        "C1CC=1",
        "C%12CC%12",
        "C%(123)CC%(123)",
        "[Na+].[Cl-]",
        "N[C@@H](C)C(=O)O",
        "F/C=C\\F",
        "[13CH4]",
        "[CH3:1]C",
        "c1ccc2c(c1)ccc1ccccc12",
        "c1cc2cccc3c4cccc5cccc(c(c1)c23)c45",
        "C1=CC=C[CH]C=C1",
        "*c1ccccc1",
        "[Fe]",
        "C(C.C)C",
        "FS(F)(F)(F)(F)F",
        "c1ccs(=O)c1",
        "C:C"
      })
  void acceptsWhatRdkitAccepts(String smiles) {
    assertInstanceOf(Valid.class, Smiles.check(smiles), () -> Smiles.check(smiles).toString());
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "'', EMPTY, 0, -1",
        "'C C', SYMBOL, 1, -1",
        "' C', SYMBOL, 0, -1",
        "CJ, SYMBOL, 1, -1",
        "C[NH, BRACKET, 1, -1",
        "C[Xx, BRACKET, 1, -1",
        "[H2], BRACKET, 2, 0",
        "[C+++], BRACKET, 4, 0",
        "[Xx], ELEMENT, 1, 0",
        "[C@SP4](C)(C)(C)C, STEREO, 2, 0",
        "C%1, RING_NUMBER, 1, -1",
        "C%01CC%01, RING_NUMBER, 1, -1",
        "C(1CC1), RING_PLACE, 2, -1",
        "C11, RING_SELF, 2, 1",
        "C1C1, RING_TWICE, 3, 1",
        "C12CC12, RING_TWICE, 6, 2",
        "C1CC, RING_OPEN, 1, -1",
        "C1C2C3CC1, RING_OPEN, 3, -1",
        "C=, BOND_PLACE, 1, -1",
        "=C, BOND_PLACE, 0, -1",
        "C==C, BOND_PLACE, 2, -1",
        "C(=)C, BOND_PLACE, 2, -1",
        "(C)C, BRANCH_PLACE, 0, -1",
        "C(), BRANCH_PLACE, 1, -1",
        "C=(C)C, BRANCH_PLACE, 2, -1",
        "C), BRANCH_CLOSE, 1, -1",
        "CC(C, BRANCH_OPEN, 2, -1",
        "C., DOT_PLACE, 1, -1",
        "C..C, DOT_PLACE, 2, -1",
        "C(C)(C)(C)(C)C, VALENCE, 0, 13",
        "CN(C)(C)C, VALENCE, 1, 8",
        "[CH5], VALENCE, 0, -1",
        "cC, AROMATIC_CHAIN, 0, -1",
        "c1cccc1, AROMATICITY, 2, -1",
        "c1ccc2c(c1)cccc2c, AROMATIC_CHAIN, 16, -1"
      })
  void saysWhatIsWrongAndWhere(String smiles, SmilesProblem problem, int position, int related) {
    Invalid invalid = assertInstanceOf(Invalid.class, Smiles.check(smiles));

    assertEquals(problem, invalid.problem());
    assertEquals(position, invalid.position());
    assertEquals(related, invalid.related());
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "C(C)(C)(C)(C)C | carbon has 5 bonds, at most 4",
        "C[O+](C)(C)C | oxygen with charge +1 has 4 bonds, at most 3",
        "[F+][Li+] | lithium with charge +1 has 1 bond, at most 0",
        "C1C2CC1 | ring 2 is never closed, opened here",
        "C%12CC1 | ring 12 is never closed, opened here",
        "C C | a blank has no meaning in SMILES",
        "CX | 'X' has no meaning in SMILES",
        "[Xx] | 'Xx' is no element",
        "[C+++] | '+' does not fit in this bracket",
        "[13] | something is missing in this bracket",
        "C[13C | this bracket is never closed",
        "n1cccc1 | the aromatic atoms cannot all have a double bond, this carbon is left over",
        "cC | carbon is written as aromatic but is in no ring"
      },
      delimiter = '|')
  void saysItInWords(String smiles, String message) {
    Invalid invalid = assertInstanceOf(Invalid.class, Smiles.check(smiles));

    assertEquals(message, invalid.message());
  }

  @ParameterizedTest
  @ValueSource(strings = {"CN(C)(C)(C)C", "cC", "c1cccc1", "[CH9]", "C1CC1", "C"})
  void looksOnlyAtTheSpellingWhenAskedTo(String smiles) {
    assertInstanceOf(Valid.class, Smiles.check(smiles, Scrutiny.SPELLING));
  }
}
