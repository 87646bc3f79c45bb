package io.github.molweave.trainer.corpus;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A set of texts of which only 128 bits each are kept: 32 MB for a million. Two texts are taken for
 * one with a probability of 1 in 10^26 for a million of them.
 */
final class MoleculeKeys {
  private static final double FULL = 0.6;

  private long[] high = new long[1 << 10];
  private long[] low = new long[1 << 10];
  private int size;

  /** The bits of a text that are kept. */
  record Key(long high, long low) {
    /** The first half of SHA-256; that of no text is 0. */
    static Key of(String text) {
      try {
        byte[] digest =
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        ByteBuffer bits = ByteBuffer.wrap(digest);
        return new Key(bits.getLong() | 1, bits.getLong());
      } catch (NoSuchAlgorithmException impossible) {
        throw new IllegalStateException("every Java has SHA-256", impossible);
      }
    }
  }

  /** Whether {@code key} was not there before. */
  boolean add(Key key) {
    if (size + 1 > FULL * high.length) {
      grow();
    }
    int place = place(key.high, key.low);
    if (high[place] != 0) {
      return false;
    }
    high[place] = key.high;
    low[place] = key.low;
    size++;
    return true;
  }

  /** Where the key is, or the empty place where it belongs. */
  private int place(long first, long second) {
    int mask = high.length - 1;
    int place = (int) (second ^ (second >>> 32)) & mask;
    while (high[place] != 0 && (high[place] != first || low[place] != second)) {
      place = (place + 1) & mask;
    }
    return place;
  }

  private void grow() {
    long[] oldHigh = high;
    long[] oldLow = low;
    high = new long[2 * oldHigh.length];
    low = new long[2 * oldLow.length];
    for (int i = 0; i < oldHigh.length; i++) {
      if (oldHigh[i] != 0) {
        int place = place(oldHigh[i], oldLow[i]);
        high[place] = oldHigh[i];
        low[place] = oldLow[i];
      }
    }
  }
}
