package io.github.molweave.modelfile;

/**
 * SHA-256 in 32-bit integers only: TeaVM's class library has no {@code MessageDigest}, and 64-bit
 * integers are slow in compiled JavaScript. One instance digests one message.
 *
 * <p>Source: FIPS 180-4, section 6.2; checked against its examples in {@code Sha256Test}.
 */
public final class Sha256 {
  private static final int[] ROUND = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2
  };
  private static final int BLOCK = 64;

  private final int[] state = {
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19
  };
  private final int[] schedule = new int[BLOCK];
  private final byte[] pending = new byte[BLOCK];
  private int pendingBytes;
  private int totalBytes;

  /** The digest of all of {@code message}, 64 lower-case hexadecimal digits. */
  public static String hexOf(byte[] message) {
    Sha256 digest = new Sha256();
    digest.update(message, 0, message.length);
    return digest.hex();
  }

  /** Takes in {@code bytes[from..to)}. */
  public void update(byte[] bytes, int from, int to) {
    totalBytes += to - from;
    int at = from;
    while (at < to) {
      if (pendingBytes == 0 && to - at >= BLOCK) {
        compress(bytes, at);
        at += BLOCK;
      } else {
        pending[pendingBytes++] = bytes[at++];
        if (pendingBytes == BLOCK) {
          compress(pending, 0);
          pendingBytes = 0;
        }
      }
    }
  }

  /** Finishes; 64 lower-case hexadecimal digits. To be called once. */
  public String hex() {
    int lowBits = totalBytes << 3;
    int highBits = totalBytes >>> 29;
    byte[] tail =
        new byte[pendingBytes < BLOCK - 8 ? BLOCK - pendingBytes : 2 * BLOCK - pendingBytes];
    tail[0] = (byte) 0x80;
    for (int i = 0; i < 4; i++) {
      tail[tail.length - 1 - i] = (byte) (lowBits >>> (8 * i));
      tail[tail.length - 5 - i] = (byte) (highBits >>> (8 * i));
    }
    update(tail, 0, tail.length);
    StringBuilder digits = new StringBuilder(BLOCK);
    for (int word : state) {
      for (int shift = 28; shift >= 0; shift -= 4) {
        digits.append("0123456789abcdef".charAt((word >>> shift) & 15));
      }
    }
    return digits.toString();
  }

  private void compress(byte[] block, int from) {
    int[] w = schedule;
    // Compiled JavaScript asks at every look at a static field whether its class is ready.
    int[] round = ROUND;
    for (int t = 0; t < 16; t++) {
      int at = from + 4 * t;
      w[t] =
          (block[at] & 255) << 24
              | (block[at + 1] & 255) << 16
              | (block[at + 2] & 255) << 8
              | (block[at + 3] & 255);
    }
    for (int t = 16; t < BLOCK; t++) {
      int early = w[t - 15];
      int late = w[t - 2];
      int smallSigma0 = (early >>> 7 | early << 25) ^ (early >>> 18 | early << 14) ^ (early >>> 3);
      int smallSigma1 = (late >>> 17 | late << 15) ^ (late >>> 19 | late << 13) ^ (late >>> 10);
      w[t] = smallSigma1 + w[t - 7] + smallSigma0 + w[t - 16];
    }
    int a = state[0];
    int b = state[1];
    int c = state[2];
    int d = state[3];
    int e = state[4];
    int f = state[5];
    int g = state[6];
    int h = state[7];
    for (int t = 0; t < BLOCK; t++) {
      int bigSigma1 = (e >>> 6 | e << 26) ^ (e >>> 11 | e << 21) ^ (e >>> 25 | e << 7);
      int first = h + bigSigma1 + ((e & f) ^ (~e & g)) + round[t] + w[t];
      int bigSigma0 = (a >>> 2 | a << 30) ^ (a >>> 13 | a << 19) ^ (a >>> 22 | a << 10);
      int second = bigSigma0 + ((a & b) ^ (a & c) ^ (b & c));
      h = g;
      g = f;
      f = e;
      e = d + first;
      d = c;
      c = b;
      b = a;
      a = first + second;
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
    state[4] += e;
    state[5] += f;
    state[6] += g;
    state[7] += h;
  }
}
