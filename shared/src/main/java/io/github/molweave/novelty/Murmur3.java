package io.github.molweave.novelty;

/**
 * MurmurHash3 for x86, 32 bits, in 32-bit integers only. Not for secrets: whoever knows it can make
 * keys that collide.
 *
 * <p>Source: Austin Appleby, MurmurHash3, public domain; checked against published values in {@code
 * Murmur3Test}.
 */
final class Murmur3 {
  private static final int FIRST = 0xcc9e2d51;
  private static final int SECOND = 0x1b873593;

  private Murmur3() {}

  /** The hash of {@code text}, one byte a character: its lower eight bits. */
  static int hash(String text, int seed) {
    int hash = seed;
    int at = 0;
    for (; at + 4 <= text.length(); at += 4) {
      hash = rotate(hash ^ scramble(block(text, at, 4)), 13) * 5 + 0xe6546b64;
    }
    hash ^= scramble(block(text, at, text.length() - at));
    hash ^= text.length();
    hash = (hash ^ hash >>> 16) * 0x85ebca6b;
    hash = (hash ^ hash >>> 13) * 0xc2b2ae35;
    return hash ^ hash >>> 16;
  }

  /** Up to four characters from {@code from}, the first in the lowest byte. */
  private static int block(String text, int from, int length) {
    int block = 0;
    for (int i = length - 1; i >= 0; i--) {
      block = block << 8 | (text.charAt(from + i) & 255);
    }
    return block;
  }

  private static int scramble(int block) {
    return rotate(block * FIRST, 15) * SECOND;
  }

  private static int rotate(int value, int bits) {
    return value << bits | value >>> (32 - bits);
  }
}
