package io.github.molweave.novelty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Murmur3Test {

  /** Values that other implementations publish for MurmurHash3_x86_32. */
  @ParameterizedTest
  @CsvSource({
    "'', 0, 0",
    "'', 1, 514e28b7",
    "'', ffffffff, 81f16f39",
    "a, 9747b28c, 7fa09ea6",
    "aa, 9747b28c, 5d211726",
    "aaa, 9747b28c, 283e0130",
    "aaaa, 9747b28c, 5a97808a",
    "abc, 0, b3dd93fa",
    "test, 0, ba6bd213",
    "test, 9747b28c, 704b81dc",
    "'Hello, world!', 0, c0363e43",
    "'Hello, world!', 9747b28c, 24884cba",
    "The quick brown fox jumps over the lazy dog, 0, 2e4ff723",
    "The quick brown fox jumps over the lazy dog, 9747b28c, 2fa826cd",
  })
  void agreesWithPublishedValues(String text, String seed, String hash) {
    int found = Murmur3.hash(text, Integer.parseUnsignedInt(seed, 16));
    assertEquals(hash, Integer.toHexString(found));
  }
}
