package io.github.molweave.novelty;

import io.github.molweave.chemistry.Constitution;
import io.github.molweave.chemistry.Molecule;
import java.util.Set;

/**
 * A Bloom filter of a corpus: it remembers no molecule, but answers for each whether it was there.
 * Every molecule of the corpus is recognised, however it is spelled; of the others a small share is
 * taken for one of the corpus. Stereoisomers are the same to it: its key is the {@link
 * Constitution}.
 *
 * <p>Immutable. Whoever has the filter can ask for any molecule whether it was in the corpus.
 *
 * <p>Accuracy: {@code NoveltyFilterTest}; on 220,011 molecules of ZINC and 100,000 re-spellings of
 * them not one was missed, and of 221,644 others 1 in 1,026 was a false alarm
 * (docs/decisions/0010).
 *
 * <p>Source: Bloom 1970, Commun. ACM 13, 422; two hashes for all bits: Kirsch and Mitzenmacher
 * 2008, Random Struct. Algorithms 33, 187.
 */
public final class NoveltyFilter {
  /** Most keys a filter is made for; beyond, its bits could not be numbered. */
  public static final int MOST_KEYS = 70_000_000;

  static final int MOST_BITS = 1 << 30;
  static final int MOST_HASHES = 32;

  private static final int HASHES = 10;
  private static final double BITS_PER_KEY = 14.5;
  private static final int START_SEED = 0;
  private static final int STEP_SEED = 0x9747b28c;

  private final int bitCount;
  private final int hashes;
  private final int keys;
  private final int unreadable;
  private final String modelId;
  private final byte[] bits;
  private final int ones;

  NoveltyFilter(int bitCount, int hashes, int keys, int unreadable, String modelId, byte[] bits) {
    this.bitCount = bitCount;
    this.hashes = hashes;
    this.keys = keys;
    this.unreadable = unreadable;
    this.modelId = modelId;
    this.bits = bits;
    this.ones = countOnes(bits);
  }

  /**
   * The filter of a corpus.
   *
   * @param keys the {@link Constitution} of each of its molecules, 1..{@value #MOST_KEYS}
   * @param unreadable how many molecules of it have none, for whoever asks
   * @param modelId of the model that was trained on it, or empty
   * @throws IllegalArgumentException when there are no keys or too many
   */
  public static NoveltyFilter of(Set<String> keys, int unreadable, String modelId) {
    if (keys.isEmpty() || keys.size() > MOST_KEYS) {
      throw new IllegalArgumentException(
          "a filter is made of 1 to " + MOST_KEYS + " molecules, not " + keys.size());
    }
    int bytes = (int) (keys.size() * BITS_PER_KEY / 8) + 1;
    byte[] bits = new byte[bytes];
    for (String key : keys) {
      int bitCount = 8 * bytes;
      int step = step(key, bitCount);
      int bit = start(key, bitCount);
      for (int hash = 0; hash < HASHES; hash++) {
        bits[bit >> 3] |= (byte) (1 << (bit & 7));
        bit = next(bit, step, bitCount);
      }
    }
    return new NoveltyFilter(8 * bytes, HASHES, keys.size(), unreadable, modelId, bits);
  }

  /** Whether {@code molecule} was in the corpus. */
  public Verdict ask(Molecule molecule) {
    return has(Constitution.key(molecule)) ? Verdict.PROBABLY_IN_IT : Verdict.NOT_IN_TRAINING_SET;
  }

  boolean has(String key) {
    int step = step(key, bitCount);
    int bit = start(key, bitCount);
    for (int hash = 0; hash < hashes; hash++) {
      if ((bits[bit >> 3] >> (bit & 7) & 1) == 0) {
        return false;
      }
      bit = next(bit, step, bitCount);
    }
    return true;
  }

  private static int start(String key, int bitCount) {
    return (Murmur3.hash(key, START_SEED) >>> 1) % bitCount;
  }

  private static int step(String key, int bitCount) {
    return 1 + (Murmur3.hash(key, STEP_SEED) >>> 1) % (bitCount - 1);
  }

  private static int next(int bit, int step, int bitCount) {
    int next = bit + step;
    return next >= bitCount ? next - bitCount : next;
  }

  private static int countOnes(byte[] bits) {
    int count = 0;
    for (byte eight : bits) {
      count += Integer.bitCount(eight & 255);
    }
    return count;
  }

  /** The share of molecules outside the corpus that are taken for one in it: 0..1. */
  public double falseAlarmRate() {
    double filled = ones / (double) bitCount;
    double rate = 1;
    for (int hash = 0; hash < hashes; hash++) {
      rate *= filled;
    }
    return rate;
  }

  /** How many different constitutions it was made of. */
  public int keys() {
    return keys;
  }

  /** How many molecules of the corpus could not be read and are not in it. */
  public int unreadable() {
    return unreadable;
  }

  /** The id of the model that was trained on the corpus, or empty. */
  public String modelId() {
    return modelId;
  }

  int bitCount() {
    return bitCount;
  }

  int hashes() {
    return hashes;
  }

  int ones() {
    return ones;
  }

  byte[] bits() {
    return bits;
  }
}
