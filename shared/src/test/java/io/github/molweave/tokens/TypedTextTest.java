package io.github.molweave.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedTextTest {
  private static final Vocabulary VOCABULARY =
      new Vocabulary(
          List.of("<start>", "<end>", "C", "c", "1", "Cl", "Br", "[nH]", "%10"), 0, 1, -1);

  @ParameterizedTest
  @CsvSource({
    "'', '', ''",
    "C, C, ''",
    "Cl, Cl, ''",
    "CB, C, B",
    "CBr, CBr, ''",
    "c1c[, c1c, [",
    "c1c[nH, c1c, [nH",
    "c1c[nH], c1c[nH], ''",
    "C%, C, %",
    "C%1, C, %1",
    "C%10, C%10, ''",
    "C[Xe, C, [Xe"
  })
  void keepsTheUnfinishedTokenPending(String text, String prefix, String pending) {
    TypedText typed = TypedText.of(VOCABULARY, Notation.SMILES, text);

    assertEquals(prefix, typed.prefix());
    assertEquals(pending, typed.pending());
  }

  @ParameterizedTest
  @CsvSource({"CP, P", "C[Xe], [Xe]", "CBC, B", "C%11, %11", "C<, <"})
  void refusesWhatNoFurtherTypingCanRepair(String text, String token) {
    UnknownTokenException refusal =
        assertThrows(
            UnknownTokenException.class, () -> TypedText.of(VOCABULARY, Notation.SMILES, text));

    assertEquals(token, refusal.token());
    assertEquals(1, refusal.position());
  }

  @Test
  void anOpenRingNumberIsPendingThoughNoneIsKnown() {
    Vocabulary plain = new Vocabulary(List.of("<start>", "C"), 0, -1, -1);

    assertEquals("%1", TypedText.of(plain, Notation.SMILES, "C%1").pending());
  }

  @ParameterizedTest
  @CsvSource({"[C, [C", "[Xe, [Xe", "[Cl], ''"})
  void aSelfiesSymbolIsPendingUntilItCloses(String typed, String pending) {
    Vocabulary symbols = new Vocabulary(List.of("<start>", "[C]", "[Cl]"), 0, -1, -1);

    assertEquals(pending, TypedText.of(symbols, Notation.SELFIES, "[C]" + typed).pending());
  }
}
