package io.github.molweave.trainer.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class TokenSequencesTest {

  @Test
  void givesBackWhatWasAddedAcrossManyPieces() {
    TokenSequences sequences = new TokenSequences();
    Random random = new Random(1);
    for (int i = 0; i < 300; i++) {
      sequences.add(sequence(random));
    }
    Random again = new Random(1);
    long tokens = 0;
    for (int i = 0; i < 300; i++) {
      int[] expected = sequence(again);
      tokens += expected.length;
      assertEquals(expected.length, sequences.length(i));
      assertArrayEquals(expected, sequences.get(i));
    }
    assertEquals(tokens, sequences.tokens());
    assertEquals(300, sequences.size());
  }

  private static int[] sequence(Random random) {
    return random.ints(random.nextInt(20_000), 0, TokenSequences.MOST_IDS).toArray();
  }

  @Test
  void refusesWhatTwoBytesCannotHold() {
    TokenSequences sequences = new TokenSequences();
    assertThrows(IllegalArgumentException.class, () -> sequences.add(new int[] {1 << 16}));
    assertThrows(IllegalArgumentException.class, () -> sequences.add(new int[] {-1}));
    assertThrows(IllegalArgumentException.class, () -> sequences.add(new int[1 << 16]));
  }

  @Test
  void knowsItsBounds() {
    TokenSequences sequences = TokenSequences.copyOf(List.of(new int[] {1}));
    assertThrows(IndexOutOfBoundsException.class, () -> sequences.get(1));
    assertThrows(IndexOutOfBoundsException.class, () -> sequences.length(-1));
  }
}
