package io.github.molweave.tokens;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TokenIdsTest {
  private static final Vocabulary VOCABULARY =
      new Vocabulary(
          List.of("<start>", "<end>", "C", "N", "c", "Cl", "[N+]", "[nH]", "[nop]"), 0, 1, 8);

  @Test
  void encodesEachTokenAndDecodesItAgain() {
    int[] ids = TokenIds.encode(VOCABULARY, Notation.SMILES, "CClc[nH]N");

    assertArrayEquals(new int[] {2, 5, 4, 7, 3}, ids);
    assertEquals("CClc[nH]N", TokenIds.decode(VOCABULARY, ids));
  }

  @Test
  void theEmptyTextHasNoIds() {
    assertArrayEquals(new int[0], TokenIds.encode(VOCABULARY, Notation.SMILES, ""));
  }

  @Test
  void specialTokensSpellNothing() {
    assertEquals("CN", TokenIds.decode(VOCABULARY, new int[] {0, 2, 8, 3, 1}));
  }

  @Test
  void anIdBeyondTheVocabularyIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> TokenIds.decode(VOCABULARY, new int[] {2, 9}));
    assertThrows(IllegalArgumentException.class, () -> TokenIds.decode(VOCABULARY, new int[] {-1}));
  }

  @Test
  void anUnknownTokenIsNamedWithItsPlaceAndItsKin() {
    UnknownTokenException refusal = refusal("CClc[NH]C");

    assertEquals("[NH]", refusal.token());
    assertEquals("CClc[NH]C", refusal.text());
    assertEquals(4, refusal.position());
    assertEquals(List.of("[nH]", "[N+]", "N"), refusal.nearest());
    assertEquals(
        "unknown token '[NH]' at character 5 of 'CClc[NH]C'; the nearest known tokens are '[nH]',"
            + " '[N+]', 'N'",
        refusal.getMessage());
  }

  @Test
  void aSpecialTokenCannotBeSpelled() {
    UnknownTokenException refusal = refusal("C[nop]");

    assertEquals("[nop]", refusal.token());
    assertTrue(!refusal.nearest().contains("[nop]"), refusal.getMessage());
  }

  @Test
  void aMegabyteOfNonsenseGivesAShortMessageSoon() {
    UnknownTokenException refusal = refusal("C".repeat(500_000) + "[" + "x".repeat(500_000));

    assertEquals(500_000, refusal.position());
    assertEquals(List.of(), refusal.nearest());
    assertTrue(refusal.getMessage().length() < 250, refusal.getMessage());
  }

  @Test
  void theMessageShowsTheSurroundings() {
    String message = refusal("C".repeat(50) + "P" + "N".repeat(50)).getMessage();

    String around = "..." + "C".repeat(20) + "P" + "N".repeat(29) + "...";
    assertTrue(message.contains(" at character 51 of '" + around + "';"), message);
  }

  @Test
  void theMessageHoldsNoControlCharacters() {
    assertEquals(
        "unknown token ' ' at character 2 of 'C [31m'; the nearest known tokens are 'C', 'N', 'c'",
        refusal("C\u001b[31m").getMessage());
  }

  private static UnknownTokenException refusal(String text) {
    return assertThrows(
        UnknownTokenException.class, () -> TokenIds.encode(VOCABULARY, Notation.SMILES, text));
  }
}
