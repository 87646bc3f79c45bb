package io.github.molweave.selfies;

import static io.github.molweave.selfies.SelfiesVersion.ONE;
import static io.github.molweave.selfies.SelfiesVersion.TWO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.selfies.Translation.Refused;
import io.github.molweave.selfies.Translation.Translated;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SelfiesTest {

  /** The first is the example of Krenn et al.; the others follow the grammar by hand. */
  @ParameterizedTest
  @CsvSource({
    "c1ccccc1, [C][=C][C][=C][C][=C][Ring1][=Branch1]",
    "C=CF, [C][=C][F]",
    "CC(=O)O, [C][C][=Branch1][C][=O][O]",
    "[NH3+]CC([O-])=O, [NH3+1][C][C][Branch1][C][O-1][=O]",
    "[13CH4], [13CH4]",
    "[C], [CH0]",
    "[Na+].[Cl-], [Na+1].[Cl-1]",
    "F/C=C/F, [F][/C][=C][/F]",
    "C/1CC\\1, [C][C][C][/\\Ring1][Ring1]",
    "C1CC\\1, [C][C][C][-\\Ring1][Ring1]",
    "C#1CC1, [C][C][C][#Ring1][Ring1]",
    "[nH]1cccc1, [NH1][C][=C][C][=C][Ring1][Branch1]",
    "CC(CCC3)3, [C][C][Branch1][=Branch1][C][C][C][Ring1][Ring2]",
    "C(CC/3)\\3, [C][Branch1][Branch1][C][C][\\/Ring1][Ring1]",
    "N[C@](CO3)3C, [N][C@@][Branch1][Branch1][C][O][Ring1][Ring1][C]",
  })
  void writesTheSecondVersion(String smiles, String selfies) {
    assertEquals(selfies, encoded(smiles, TWO));
  }

  @ParameterizedTest
  @CsvSource({
    "c1ccccc1, [C][=C][C][=C][C][=C][Ring1][Branch1_2]",
    "CC(=O)O, [C][C][Branch1_2][C][=O][O]",
    "[NH3+]CC([O-])=O, [NH3+expl][C][C][Branch1_1][C][O-expl][=O]",
    "[Cu++], [Cu+2expl]",
    "[C], [Cexpl]",
    "C=1CCC=1, [C][C][C][C][Expl=Ring1][Ring2]",
    "C/1CCC1, [C][C][C][C][Expl/Ring1][Ring2]",
  })
  void writesTheFirstVersion(String smiles, String selfies) {
    assertEquals(selfies, encoded(smiles, ONE));
  }

  @ParameterizedTest
  @CsvSource({
    "[C][=C][F], C=CF",
    "[#C][=C][#F], C=CF",
    "[C][=Branch1][C][=O][O], C(=O)O",
    "[C][=C][C][=C][C][=C][Ring1][=Branch1], C1=CC=CC=C1",
    "[nop][C][nop][O], CO",
    "[C][epsilon][O], C",
    "[Ring1][Branch1][C][O], CO",
    "[C][C][Ring1][C], C=C",
    "[C][C][C][Ring1][Ring1][Ring1][Ring1], C=1CC=1",
    "[C].[O], C.O",
    ".[C]..[O]., C.O",
    "[C][CH4][O], C",
    "[CH4][O], [CH4]",
    "[C].[C][Ring1][C], C1.C1",
    "[C][C][Branch3], CC",
  })
  void readsTheSecondVersion(String selfies, String smiles) {
    assertEquals(smiles, decoded(selfies, TWO));
  }

  @ParameterizedTest
  @CsvSource({
    "[NH3+expl][C][C][Branch1_1][C][O-expl][=O], [NH3+]CC([O-])=O",
    "[C][C][C][C][Expl=Ring1][Ring2], C=1CCC=1",
    "[C].[C][Ring1][C], C.C",
    "[CH4expl][C], [CH4]",
    "[C][Branch1_1][C][Branch1_1][O][N][C], CONC",
  })
  void readsTheFirstVersion(String selfies, String smiles) {
    assertEquals(smiles, decoded(selfies, ONE));
  }

  @Test
  void aRingSymbolTakesABondAtOnceInTheSecondVersionOnly() {
    assertEquals("C1OO1", decoded("[C][O][O][Ring1][Ring1][F]", TWO));
    assertEquals("COOF", decoded("[C][O][O][Ring1][Ring1][F]", ONE));
  }

  @Test
  void anInnerBranchMayBeLongerThanTheOuterInTheSecondVersionOnly() {
    String first = "[C][Branch1_1][Ring2][C][Branch1_1][S][F][O][O][O]";
    String second = "[C][Branch1][Ring2][C][Branch1][S][F][O][O][O]";
    assertEquals("C(C)F", decoded(first, ONE));
    assertEquals("CCF", decoded(second, TWO));
  }

  @Test
  void limitsOfBondsFollowTheVersion() {
    assertEquals("C#[C+]=C", decoded("[C][#C+expl][=C]", ONE));
    assertEquals("C#[C+]", decoded("[C][#C+1][=C]", TWO));
    assertEquals("C=B#N", decoded("[C][=B][#N]", ONE));
    assertEquals("C=BN", decoded("[C][=B][#N]", TWO));
  }

  @Test
  void keepsTheHandOfACentreWhoseRingsAreWrittenInAnotherOrder() {
    assertEquals("F[C@@]12CCC1CC2", decoded(encoded("F[C@]12CCC2CC1", TWO), TWO));
    assertEquals("[C@@]1(F)(Cl)OC1", decoded(encoded("[C@](F)1(Cl)OC1", ONE), ONE));
    assertEquals("C[C@@]12OC2(CCC1)C", decoded(encoded("C[C@]12OC(CCC2)1C", TWO), TWO));
  }

  @ParameterizedTest
  @CsvSource({
    "'', selfies-empty, 0",
    "CCX, selfies-bad-smiles, 2",
    "C(C, selfies-bad-smiles, 1",
    "CC), selfies-bad-smiles, 2",
    "C(=), selfies-bad-smiles, 2",
    "(C), selfies-bad-smiles, 0",
    "C(), selfies-bad-smiles, 2",
    "C=, selfies-bad-smiles, 1",
    "=C, selfies-bad-smiles, 0",
    "C==C, selfies-bad-smiles, 2",
    "C.., selfies-bad-smiles, 2",
    "C., selfies-bad-smiles, 1",
    "[CH4, selfies-bad-smiles, 0",
    "C%1, selfies-bad-smiles, 1",
    "1C, selfies-bad-smiles, 0",
    "C11, selfies-bad-smiles, 2",
    "C12CC12, selfies-bad-smiles, 6",
    "C1C1, selfies-bad-smiles, 3",
    "C-1CC=1, selfies-bad-smiles, 6",
    "C1CC, selfies-unsupported, 1",
    "C1.C1, selfies-unsupported, 1",
    "C(.C)C, selfies-unsupported, 2",
    "C*, selfies-unsupported, 1",
    "C$C, selfies-unsupported, 1",
    "C[C@TH1](F)N, selfies-unsupported, 1",
    "C:C, selfies-unsupported, 2",
    "CN(C)(C)C, selfies-too-many-bonds, 1",
    "CCl(=O)=O, selfies-too-many-bonds, 1",
    "c1cccc1, selfies-aromaticity, 5",
    "c1ccnc1, selfies-aromaticity, 5",
  })
  void refusesSmilesThatCannotBeSaid(String smiles, String id, int position) {
    Refused refused = assertInstanceOf(Refused.class, Selfies.encode(smiles, TWO), smiles);
    assertEquals(id, refused.problem().id(), refused.reason());
    assertEquals(position, refused.position(), refused.reason());
  }

  @ParameterizedTest
  @CsvSource({
    "'', selfies-empty, 0",
    "[nop].[epsilon], selfies-empty, 0",
    "[C][Xx], selfies-unknown-symbol, 3",
    "[C][CH9], selfies-unknown-symbol, 3",
    "[C][N+], selfies-unknown-symbol, 3",
    "[C][Ring4], selfies-unknown-symbol, 3",
    "[C][--Ring1], selfies-unknown-symbol, 3",
    "[C][/Branch1], selfies-unknown-symbol, 3",
    "[C][], selfies-unknown-symbol, 3",
    "[C][=], selfies-unknown-symbol, 3",
    "[C][c], selfies-unknown-symbol, 3",
    "[C]O[C], selfies-stray-text, 3",
    "C, selfies-stray-text, 0",
    "[C][O, selfies-stray-text, 3",
  })
  void refusesWhatIsNoSymbol(String selfies, String id, int position) {
    Refused refused = assertInstanceOf(Refused.class, Selfies.decode(selfies, TWO), selfies);
    assertEquals(id, refused.problem().id(), refused.reason());
    assertEquals(position, refused.position(), refused.reason());
  }

  @Test
  void namesTheOtherVersionWhereTheSymbolIsKnown() {
    Refused refused = assertInstanceOf(Refused.class, Selfies.decode("[C][Branch1_1]", TWO));
    assertTrue(refused.reason().endsWith("it is one of SELFIES 1"), refused.reason());
    assertInstanceOf(Refused.class, Selfies.decode("[C][=Branch1]", ONE));
    assertInstanceOf(Refused.class, Selfies.decode("[Na]", ONE));
  }

  @ParameterizedTest
  @EnumSource
  void aBranchOf4096SymbolsIsTheLargest(SelfiesVersion version) {
    String largest = "C(" + "C".repeat(4096) + ")C";
    assertEquals(largest, decoded(encoded(largest, version), version));
    Refused tooFar =
        assertInstanceOf(Refused.class, Selfies.encode("C(" + "C".repeat(4097) + ")C", version));
    assertEquals(SelfiesProblem.TOO_FAR, tooFar.problem());
    Refused ring =
        assertInstanceOf(Refused.class, Selfies.encode("C1" + "C".repeat(4097) + "1", version));
    assertEquals(SelfiesProblem.TOO_FAR, ring.problem());
  }

  @ParameterizedTest
  @EnumSource
  void deepNestingAndManyRingsAreAnsweredWithoutRecursion(SelfiesVersion version) {
    String nested = "C(".repeat(100_000) + "C" + ")".repeat(100_000);
    assertInstanceOf(Translated.class, Selfies.encode(nested.replace("(C)", "C"), version));
    String branch = version == ONE ? "[C][Branch3_1][P][P][P]" : "[C][Branch3][P][P][P]";
    assertInstanceOf(Translated.class, Selfies.decode(branch.repeat(20_000), version));
    assertInstanceOf(Translated.class, Selfies.encode("C1CC1".repeat(10_000), version));
    String rings = "[C][C][C][Ring1][Ring1]".repeat(10_000);
    assertInstanceOf(Translated.class, Selfies.decode(rings, version));
  }

  @Test
  void moreThan99OpenRingsHaveNoNumbers() {
    // 200 carbons, then each later one is joined to the one 201 before it.
    String joined = "[C][Ring2][#Branch2][Branch2]".repeat(150);
    Refused refused =
        assertInstanceOf(Refused.class, Selfies.decode("[C]".repeat(150) + joined, TWO));
    assertEquals(SelfiesProblem.TOO_MANY_RINGS, refused.problem());
  }

  @Test
  void aTextThatIsTooLongIsNotLookedAt() {
    String megabyte = "[C]".repeat(350_000);
    for (Translation answer :
        List.of(Selfies.decode(megabyte, TWO), Selfies.encode(megabyte, ONE))) {
      Refused refused = assertInstanceOf(Refused.class, answer);
      assertEquals(SelfiesProblem.TOO_LONG, refused.problem());
    }
  }

  @Test
  void everyProblemHasItsOwnAnchor() throws IOException {
    List<String> page = Files.readAllLines(Path.of("../docs/troubleshooting.md"));
    Set<String> ids = new HashSet<>();
    for (SelfiesProblem problem : SelfiesProblem.values()) {
      assertTrue(ids.add(problem.id()), problem.id());
      assertTrue(page.contains("### " + problem.id()), problem.id());
    }
  }

  @Test
  void versionsAreFoundByTheirSpelling() {
    assertEquals(ONE, SelfiesVersion.ofId("1"));
    assertEquals(TWO, SelfiesVersion.ofId("2"));
    assertNull(SelfiesVersion.ofId("3"));
  }

  static String encoded(String smiles, SelfiesVersion version) {
    return text(Selfies.encode(smiles, version), smiles);
  }

  static String decoded(String selfies, SelfiesVersion version) {
    return text(Selfies.decode(selfies, version), selfies);
  }

  private static String text(Translation answer, String given) {
    if (answer instanceof Refused refused) {
      throw new AssertionError(given + ": " + refused);
    }
    return ((Translated) answer).text();
  }
}
