package io.github.molweave.selfies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.selfies.Translation.Refused;
import io.github.molweave.selfies.Translation.Translated;
import io.github.molweave.smiles.Smiles;
import io.github.molweave.smiles.Validity;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SelfiesPropertyTest {
  private static final String SHARED =
      "[F] [Cl] [Br] [I] [O] [=O] [N] [=N] [#N] [C] [=C] [#C] [P] [=P] [#P] [S] [=S] [#S]"
          + " [/C] [\\C] [/N] [nop] [Ring1] [Ring2] [Ring3] ";
  private static final String OF_ONE =
      SHARED
          + "[O+expl] [=O+expl] [O-expl] [N+expl] [=N+expl] [#N+expl] [N-expl] [=N-expl] [C-expl]"
          + " [NHexpl] [NH3+expl] [C@Hexpl] [C@@expl] [Hexpl] [13CH3expl] [Expl=Ring1] [Expl#Ring2]"
          + " [Branch1_1] [Branch1_2] [Branch1_3] [Branch2_1] [Branch2_2] [Branch3_1]";
  private static final String OF_TWO =
      SHARED
          + "[O+1] [=O+1] [O-1] [N+1] [=N+1] [#N+1] [N-1] [=N-1] [C-1] [B] [=B] [NH1] [NH3+1] [H] [C@H1] [C@@]"
          + " [13CH3] [=Ring1] [#Ring2] [-/Ring1] [\\/Ring1] [Branch1] [=Branch1]"
          + " [#Branch1] [Branch2] [=Branch2] [Branch3]";

  @Provide
  Arbitrary<List<String>> symbolsOfOne() {
    return Arbitraries.of(OF_ONE.split(" ")).list().ofMaxSize(60);
  }

  @Provide
  Arbitrary<List<String>> symbolsOfTwo() {
    return Arbitraries.of(OF_TWO.split(" ")).list().ofMaxSize(60);
  }

  @Property(tries = 2000, seed = "1")
  void everySequenceOfTheFirstVersionIsAMolecule(@ForAll("symbolsOfOne") List<String> symbols) {
    isAMolecule(String.join("", symbols), SelfiesVersion.ONE);
  }

  @Property(tries = 2000, seed = "1")
  void everySequenceOfTheSecondVersionIsAMolecule(@ForAll("symbolsOfTwo") List<String> symbols) {
    isAMolecule(String.join("", symbols), SelfiesVersion.TWO);
  }

  private static void isAMolecule(String selfies, SelfiesVersion version) {
    if (Selfies.decode(selfies, version) instanceof Refused refused) {
      assertEquals(SelfiesProblem.EMPTY, refused.problem(), selfies);
      return;
    }
    String smiles = SelfiesTest.decoded(selfies, version);
    Validity validity = Smiles.check(smiles);
    assertTrue(validity instanceof Validity.Valid, () -> selfies + " is " + smiles + validity);
  }

  /** Written again, the atoms are still in their order, so the text settles at once. */
  @Property(tries = 2000, seed = "1")
  void whatWasReadCanBeWrittenAndReadAgain(@ForAll("symbolsOfTwo") List<String> symbols) {
    for (SelfiesVersion version : SelfiesVersion.values()) {
      Translation first = Selfies.decode(String.join("", symbols), SelfiesVersion.TWO);
      if (first instanceof Translated smiles
          && Selfies.encode(smiles.text(), version) instanceof Translated selfies
          && !smiles.text().contains("/")
          && !smiles.text().contains("\\")) {
        assertEquals(smiles.text(), SelfiesTest.decoded(selfies.text(), version));
      }
    }
  }

  @Provide
  Arbitrary<String> nearSmiles() {
    return Arbitraries.strings()
        .withChars("CNOcn[]()123%=#/\\.@+-H*: \ud83e\ud800\u0000")
        .ofMaxLength(40);
  }

  @Provide
  Arbitrary<String> nearSelfies() {
    return Arbitraries.of(
            "[C]", "[", "]", "[=", "Branch", "Ring", "1", "_2", "Expl", "expl]", ".", "[nop]",
            "[O+1]", "[C@@", "\ud800", "\u0000", "é", "[]")
        .list()
        .ofMaxSize(20)
        .map(parts -> String.join("", parts));
  }

  @Property(seed = "1")
  void anyTextIsAnsweredWithAPlaceInIt(
      @ForAll("nearSmiles") String smiles,
      @ForAll("nearSelfies") String selfies,
      @ForAll String any,
      @ForAll SelfiesVersion version) {
    for (String text : List.of(smiles, selfies, any)) {
      for (Translation answer :
          List.of(Selfies.encode(text, version), Selfies.decode(text, version))) {
        if (answer instanceof Refused refused) {
          assertTrue(refused.position() >= 0, text);
          assertTrue(refused.position() <= text.length(), text);
          assertFalse(refused.reason().isEmpty(), text);
        }
      }
    }
  }
}
