package io.github.molweave.random;

/**
 * Noise that is looked up rather than drawn: each number is a pure function of (seed, purpose,
 * molecule, attempt, step, token). So results cannot depend on the order of the work, the size of a
 * batch or the number of workers, and the luck of a molecule stays the same at another temperature.
 *
 * <p>How: Threefry-4x32 with 20 rounds, a block function from a key of four 32-bit words and a
 * counter of four to four random words.
 *
 * <pre>
 *   key     = seed bits 0..31 | seed bits 32..52 | purpose | 0
 *   counter = molecule        | attempt          | step    | token / 4
 *   result  = the word token mod 4, as an unsigned k;  u = (k + 0.5) / 2^32
 * </pre>
 *
 * <p>Range: every u is a double in [2^-33, 1 - 2^-33], never 0 or 1. The four numbers of a place
 * are any ints, normally from 0 on; {@code token} is 0 or above.
 *
 * <p>Determinism: 32-bit integer arithmetic only; the same bits on every runtime. {@code
 * CounterNoiseTest} holds the published vectors of the block function, and {@code uniforms.tsv}
 * beside it is ours for the whole way to u. Immutable.
 *
 * <p>Source: Salmon, Moraes, Dror, Shaw: <i>Parallel random numbers: as easy as 1, 2, 3</i>, SC11.
 */
public final class CounterNoise {
  private static final int WORDS = 4;
  private static final int KEY_WORDS = 5;
  private static final int PARITY = 0x1BD11BDA;

  private static final int ROUNDS = 20;

  /** Two for each of eight rounds, after which they repeat. */
  private static final int[] ROTATIONS = {
    10, 26, 11, 21, 13, 27, 23, 5, 6, 20, 17, 11, 25, 10, 18, 20
  };

  private static final double TWO_32 = 4294967296.0;

  private final int key0;
  private final int key1;
  private final int key2;

  /** The noise of the run with {@code seed}, for one {@code purpose}. */
  public CounterNoise(Seed seed, Purpose purpose) {
    key0 = seed.low();
    key1 = seed.high();
    key2 = purpose.key();
  }

  /** The u of one place; for all tokens of a step {@link #uniforms} does a quarter of the work. */
  public double uniform(int molecule, int attempt, int step, int token) {
    int[] words = new int[WORDS];
    block(key0, key1, key2, 0, molecule, attempt, step, token >> 2, words);
    return toUniform(words[token & 3]);
  }

  /**
   * The u of every token 0..n-1 of one step.
   *
   * @param out n doubles, overwritten
   */
  public void uniforms(int molecule, int attempt, int step, double[] out) {
    int[] words = new int[WORDS];
    for (int token = 0; token < out.length; token++) {
      if ((token & 3) == 0) {
        block(key0, key1, key2, 0, molecule, attempt, step, token >> 2, words);
      }
      out[token] = toUniform(words[token & 3]);
    }
  }

  private static double toUniform(int k) {
    double unsigned = k < 0 ? k + TWO_32 : k;
    return (unsigned + 0.5) / TWO_32;
  }

  /** Threefry-4x32-20 of key k and counter c, into {@code out} [4]. */
  static void block(int k0, int k1, int k2, int k3, int c0, int c1, int c2, int c3, int[] out) {
    int[] key = {k0, k1, k2, k3, PARITY ^ k0 ^ k1 ^ k2 ^ k3};
    int x0 = c0 + k0;
    int x1 = c1 + k1;
    int x2 = c2 + k2;
    int x3 = c3 + k3;
    for (int round = 0; round < ROUNDS; round += 2) {
      int rotation = 2 * (round & 7);
      x0 += x1;
      x1 = Integer.rotateLeft(x1, ROTATIONS[rotation]) ^ x0;
      x2 += x3;
      x3 = Integer.rotateLeft(x3, ROTATIONS[rotation + 1]) ^ x2;
      x0 += x3;
      x3 = Integer.rotateLeft(x3, ROTATIONS[rotation + 2]) ^ x0;
      x2 += x1;
      x1 = Integer.rotateLeft(x1, ROTATIONS[rotation + 3]) ^ x2;
      if ((round & 2) != 0) {
        // After every fourth round the key enters again, moved up by one word each time.
        int injection = (round >> 2) + 1;
        x0 += key[injection % KEY_WORDS];
        x1 += key[(injection + 1) % KEY_WORDS];
        x2 += key[(injection + 2) % KEY_WORDS];
        x3 += key[(injection + 3) % KEY_WORDS] + injection;
      }
    }
    out[0] = x0;
    out[1] = x1;
    out[2] = x2;
    out[3] = x3;
  }
}
