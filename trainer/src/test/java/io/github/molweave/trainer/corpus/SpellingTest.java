package io.github.molweave.trainer.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SpellingTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "C",
        "CC(C)NC(=O)N1CCCCC[C@@H]1C1CC[NH+](Cc2ccc(C#N)cc2F)CC1",
        "C/C=C\\C",
        "[Na+].[Cl-]",
        "c1cc[se]c1",
        "[13CH4]",
        "[Fe+3]",
        "[Cu++]",
        "C%10CCCCC%10",
        "C1CC%(1)",
        "[CH3:1][OH:2]",
        "N[C@TH1](C)(O)F",
        "*C",
        "[*]C",
        "F/C=C/F",
        "[O-][n+]1ccccc1",
        "C$C"
      })
  void passesWhatChemistsWrite(String smiles) {
    assertNull(Spelling.faultIn(smiles));
  }

  @ParameterizedTest
  @ValueSource(strings = {"C[Xx]C", "CXC", "[Q]", "[zz]", "aspirin", "CCD"})
  void namesUnknownElements(String smiles) {
    Spelling fault = Spelling.faultIn(smiles);
    assertNotNull(fault, smiles);
    assertEquals(DropReason.UNKNOWN_ELEMENT, fault.reason());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "C(C",
        "CC)",
        "c1ccccc",
        "C%11CC",
        "C[",
        "C[C",
        "C]",
        "[]",
        "[C@@@H]",
        "C!C",
        "C>>O",
        "1",
        "()",
        "---",
        "C%1",
        "C&C",
        "[C+-]",
        "2-propanol",
        "{C}"
      })
  void namesWhatSmilesDoesNotAllow(String smiles) {
    Spelling fault = Spelling.faultIn(smiles);
    assertNotNull(fault, smiles);
  }
}
