package io.github.molweave.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmilesTokenizerTest {

  @ParameterizedTest
  @CsvSource({
    "ClCBr, Cl C Br",
    "C[C@@H](N)c1c[nH]cn1, C [C@@H] ( N ) c 1 c [nH] c n 1",
    "C%12CC%1C%, C %12 C C %1 C %",
    "C%123, C %12 3",
    "*/C=C\\C#N.O$O, * / C = C \\ C # N . O $ O",
    "[13CH3][Cl-], [13CH3] [Cl-]",
    "CCCl, C C Cl",
    "Cn1cBrc, C n 1 c Br c",
    "SiScClb, S i S c Cl b",
    "C[N[O]C, C [N [O] C",
    "C[nH, C [nH",
    "], ]"
  })
  void splitsAsChemistsRead(String smiles, String tokens) {
    assertEquals(List.of(tokens.split(" ")), SmilesTokenizer.split(smiles));
  }

  @Test
  void theEmptyTextHasNoTokens() {
    assertEquals(List.of(), SmilesTokenizer.split(""));
  }

  @Test
  void aCharacterOfTwoUnitsIsOneToken() {
    assertEquals(List.of("C", "\ud83e\uddea", "N"), SmilesTokenizer.split("C\ud83e\uddeaN"));
  }
}
