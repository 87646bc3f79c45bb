package io.github.molweave.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.smiles.Smiles;
import io.github.molweave.tokens.Vocabulary;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MoleculeMaskTest {
  private static final Vocabulary ZINC = Vocabularies.of(Vocabularies.ZINC);

  @Test
  void allowsWhatCanStillBecomeAMoleculeWithinTheLength() {
    String[] tokens = {"C", "N", "(", ")", "=", "1", "F"};
    Vocabulary vocabulary = Vocabularies.of(tokens);
    MoleculeMask mask = Vocabularies.mask(3, tokens);
    assertEquals("C N F", Vocabularies.allowed(mask, vocabulary));
    mask.append(vocabulary.id("C"));
    // A branch takes three more tokens, a ring five; after = only one atom fits.
    assertEquals("$ C N = F", Vocabularies.allowed(mask, vocabulary));
    mask.append(vocabulary.id("="));
    assertEquals("C N", Vocabularies.allowed(mask, vocabulary));
    mask.append(vocabulary.id("N"));
    assertEquals("$", Vocabularies.allowed(mask, vocabulary));
  }

  @Test
  void keepsAnAromaticRingCompletable() {
    assertFalse(Vocabularies.zincAfter(120, "Cc1cccc1").allows(ZINC.end()));
    assertFalse(Vocabularies.zincAfter(120, "Cc1cccc1").allows(ZINC.id("C")));
    assertTrue(Vocabularies.zincAfter(120, "Cc1cccc1").allows(ZINC.id("=")));
    assertTrue(Vocabularies.zincAfter(120, "Cc1ccco1").allows(ZINC.end()));
    assertFalse(Vocabularies.zincAfter(120, "Cc1cccn1").allows(ZINC.end()));
    assertTrue(Vocabularies.zincAfter(120, "Cc1cccn1").allows(ZINC.id("C")));
    assertFalse(Vocabularies.zincAfter(8, "Cc").allows(ZINC.end()));
    assertFalse(Vocabularies.zincAfter(4, "C").allows(ZINC.id("c")));
  }

  @Test
  void neverAllowsStartOrWhatIsNoToken() {
    Vocabulary vocabulary = Vocabularies.of("C", "xyz", "[Qq]", "[nH");
    MoleculeMask mask = Vocabularies.mask(5, "C", "xyz", "[Qq]", "[nH");
    assertEquals("C", Vocabularies.allowed(mask, vocabulary));
    assertFalse(mask.allows(vocabulary.start()));
    assertThrows(IllegalArgumentException.class, () -> mask.allows(-1));
    assertThrows(IllegalArgumentException.class, () -> mask.allows(vocabulary.size()));
  }

  @Test
  void saysWhatIsWrongWithAPrefix() {
    IllegalArgumentException problem =
        assertThrows(IllegalArgumentException.class, () -> Vocabularies.zincAfter(120, "CCF(C)C"));
    assertEquals(
        "token 4: no molecule of at most 120 tokens begins with 'CCF('", problem.getMessage());
    MoleculeMask mask = Vocabularies.zincAfter(120, "CC");
    assertThrows(IllegalArgumentException.class, () -> mask.append(ZINC.end()));
  }

  @Test
  void refusesAVocabularyThatSpellsNoMolecule() {
    assertThrows(IllegalArgumentException.class, () -> Vocabularies.mask(120, "(", ")", "1"));
    assertThrows(IllegalArgumentException.class, () -> Vocabularies.mask(120, "c", "o"));
    assertThrows(IllegalArgumentException.class, () -> Vocabularies.mask(5, "c", "1"));
    assertThrows(IllegalArgumentException.class, () -> Vocabularies.mask(0, "C"));
    Vocabularies.mask(6, "c", "1");
  }

  @Test
  void everyWalkEndsInAMoleculeWithinTheLength() {
    Random random = new Random(20261122);
    for (int walk = 0; walk < 80; walk++) {
      int maxLength = 1 + random.nextInt(walk % 3 == 0 ? 10 : 60);
      walk(Vocabularies.mask(maxLength, Vocabularies.ZINC), ZINC, maxLength, random);
    }
  }

  @Test
  void everyWalkOverAnyVocabularyEndsInAMolecule() {
    String[] all =
        "C c n o s N O F = # - : . / ( ) 1 2 3 %10 [nH] [n+] [O-] [C@H] [cH-] [H] * [Fe] b p P S [se]"
            .split(" ", -1);
    Random random = new Random(7);
    for (int walk = 0; walk < 150; walk++) {
      String[] some =
          List.of(all).stream().filter(token -> random.nextInt(3) > 0).toArray(String[]::new);
      int maxLength = 1 + random.nextInt(25);
      MoleculeMask mask;
      try {
        mask = Vocabularies.mask(maxLength, some);
      } catch (IllegalArgumentException noMolecule) {
        continue;
      }
      walk(mask, Vocabularies.of(some), maxLength, random);
    }
  }

  private static int[] allowed(MoleculeMask mask, Vocabulary vocabulary) {
    return IntStream.range(0, vocabulary.size()).filter(mask::allows).toArray();
  }

  /** Appends allowed tokens by luck until END, which is drawn seldom. */
  private static String walk(
      MoleculeMask mask, Vocabulary vocabulary, int maxLength, Random random) {
    StringBuilder text = new StringBuilder();
    for (int length = 0; ; length++) {
      int[] allowed = allowed(mask, vocabulary);
      assertTrue(allowed.length > 0, () -> "dead end: " + text);
      int id = allowed[random.nextInt(allowed.length)];
      if (id == vocabulary.end() && allowed.length > 1 && random.nextInt(4) > 0) {
        id = allowed[1 + random.nextInt(allowed.length - 1)];
      }
      if (id == vocabulary.end()) {
        assertTrue(Smiles.isValid(text.toString()), text::toString);
        assertTrue(length <= maxLength);
        return text.toString();
      }
      mask.append(id);
      text.append(vocabulary.token(id));
    }
  }

  @Test
  void answersDependOnNothingThatWasAskedBefore() {
    Random random = new Random(3);
    for (int walk = 0; walk < 8; walk++) {
      MoleculeMask asked = Vocabularies.mask(40, Vocabularies.ZINC);
      MoleculeMask reversed = Vocabularies.mask(40, Vocabularies.ZINC);
      MoleculeMask silent = Vocabularies.mask(40, Vocabularies.ZINC);
      for (int id = ZINC.start(); id != ZINC.end(); ) {
        int[] allowed = allowed(asked, ZINC);
        for (int each = ZINC.size() - 1; each >= 0; each--) {
          assertEquals(asked.allows(each), reversed.allows(each));
        }
        id = allowed[random.nextInt(allowed.length)];
        if (id != ZINC.end()) {
          asked.append(id);
          reversed.append(id);
          silent.append(id);
        }
      }
      for (int each = 0; each < ZINC.size(); each++) {
        assertEquals(asked.allows(each), silent.allows(each));
      }
    }
  }

  @Test
  void aCopyGoesItsOwnWay() {
    MoleculeMask mask = Vocabularies.zincAfter(40, "c1ccc2c(c1)");
    String before = Vocabularies.allowed(mask, ZINC);
    MoleculeMask copy = mask.copy();
    assertEquals(before, Vocabularies.allowed(copy, ZINC));
    copy.append(ZINC.id("C"));
    assertEquals(before, Vocabularies.allowed(mask, ZINC));
    mask.append(ZINC.id("n"));
    String afterN = Vocabularies.allowed(mask, ZINC);
    copy.append(ZINC.id("C"));
    assertEquals(afterN, Vocabularies.allowed(mask, ZINC));
    assertEquals(
        Vocabularies.allowed(Vocabularies.zincAfter(40, "c1ccc2c(c1)CC"), ZINC),
        Vocabularies.allowed(copy, ZINC));
  }

  @Test
  void manyOpenBranchesAndRingsLeaveRoomToCloseThem() {
    MoleculeMask mask = Vocabularies.mask(400, Vocabularies.ZINC);
    int open = 0;
    int length = 1;
    mask.append(ZINC.id("C"));
    while (mask.allows(ZINC.id("("))) {
      mask.append(ZINC.id("("));
      mask.append(ZINC.id("C"));
      open++;
      length += 2;
    }
    assertTrue(length + open > 397, open + " branches");
    while (!mask.allows(ZINC.end())) {
      mask.append(ZINC.id(")"));
    }
  }
}
