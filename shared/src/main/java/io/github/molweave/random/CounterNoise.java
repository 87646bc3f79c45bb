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
  private static final int PARITY = 0x1BD11BDA;

  /** The key enters after every fourth of the 20 rounds. */
  private static final int INJECTIONS = 5;

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

  /** The u of one place; for all tokens of a step {@link #words} does a quarter of the work. */
  public double uniform(int molecule, int attempt, int step, int token) {
    int[] words = new int[WORDS];
    block(key0, key1, key2, 0, molecule, attempt, step, token >> 2, words, 0);
    return toUniform(words[token & 3]);
  }

  /**
   * The random words of every token 0..n-1 of one step; {@link #toUniform} makes a u of each.
   *
   * @param out n words, n a multiple of 4, overwritten
   */
  public void words(int molecule, int attempt, int step, int[] out) {
    for (int token = 0; token < out.length; token += WORDS) {
      block(key0, key1, key2, 0, molecule, attempt, step, token >> 2, out, token);
    }
  }

  /** u = (k + 0.5) / 2^32 of a random word k, taken as unsigned. */
  public static double toUniform(int k) {
    double unsigned = k < 0 ? k + TWO_32 : k;
    return (unsigned + 0.5) / TWO_32;
  }

  /**
   * Threefry-4x32-20 of key k and counter c, into the four words of {@code out} from {@code at}.
   */
  static void block(
      int k0, int k1, int k2, int k3, int c0, int c1, int c2, int c3, int[] out, int at) {
    // The five words of the key, of which the next four enter after every fourth round.
    int a = k0;
    int b = k1;
    int c = k2;
    int d = k3;
    int e = PARITY ^ k0 ^ k1 ^ k2 ^ k3;
    int x0 = c0 + a;
    int x1 = c1 + b;
    int x2 = c2 + c;
    int x3 = c3 + d;
    for (int injection = 1; ; injection += 2) {
      x0 += x1;
      x1 = Integer.rotateLeft(x1, 10) ^ x0;
      x2 += x3;
      x3 = Integer.rotateLeft(x3, 26) ^ x2;
      x0 += x3;
      x3 = Integer.rotateLeft(x3, 11) ^ x0;
      x2 += x1;
      x1 = Integer.rotateLeft(x1, 21) ^ x2;
      x0 += x1;
      x1 = Integer.rotateLeft(x1, 13) ^ x0;
      x2 += x3;
      x3 = Integer.rotateLeft(x3, 27) ^ x2;
      x0 += x3;
      x3 = Integer.rotateLeft(x3, 23) ^ x0;
      x2 += x1;
      x1 = Integer.rotateLeft(x1, 5) ^ x2;
      x0 += b;
      x1 += c;
      x2 += d;
      x3 += e + injection;
      if (injection == INJECTIONS) {
        break;
      }
      x0 += x1;
      x1 = Integer.rotateLeft(x1, 6) ^ x0;
      x2 += x3;
      x3 = Integer.rotateLeft(x3, 20) ^ x2;
      x0 += x3;
      x3 = Integer.rotateLeft(x3, 17) ^ x0;
      x2 += x1;
      x1 = Integer.rotateLeft(x1, 11) ^ x2;
      x0 += x1;
      x1 = Integer.rotateLeft(x1, 25) ^ x0;
      x2 += x3;
      x3 = Integer.rotateLeft(x3, 10) ^ x2;
      x0 += x3;
      x3 = Integer.rotateLeft(x3, 18) ^ x0;
      x2 += x1;
      x1 = Integer.rotateLeft(x1, 20) ^ x2;
      x0 += c;
      x1 += d;
      x2 += e;
      x3 += a + injection + 1;
      // The words of the key move up by two.
      int first = a;
      int second = b;
      a = c;
      b = d;
      c = e;
      d = first;
      e = second;
    }
    out[at] = x0;
    out[at + 1] = x1;
    out[at + 2] = x2;
    out[at + 3] = x3;
  }
}
