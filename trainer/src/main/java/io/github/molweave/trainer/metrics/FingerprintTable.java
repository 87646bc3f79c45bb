package io.github.molweave.trainer.metrics;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Fingerprints of molecules as rows of bits, made of their circular surroundings out to two bonds
 * (Morgan's, as ECFP4), blind to stereochemistry.
 *
 * <p>Accuracy: surroundings are told apart as RDKit does, but hashed otherwise, so single bits
 * differ and means hardly: {@code FingerprintTableTest}.
 *
 * <p>Source: D. Rogers, M. Hahn, J. Chem. Inf. Model. 50 (2010) 742.
 */
final class FingerprintTable {
  private final int words;
  private final long[] bits;
  private final int[] ones;
  private final int[] byOnes;

  /**
   * @param width bits a row, a power of two of at least 64
   */
  FingerprintTable(List<MoleculeFacts> molecules, int width) {
    this.words = width / Long.SIZE;
    this.bits = new long[molecules.size() * words];
    this.ones = new int[molecules.size()];
    for (int row = 0; row < ones.length; row++) {
      for (int environment : molecules.get(row).environments()) {
        int bit = environment & (width - 1);
        bits[row * words + bit / Long.SIZE] |= 1L << (bit % Long.SIZE);
      }
      for (int word = 0; word < words; word++) {
        ones[row] += Long.bitCount(bits[row * words + word]);
      }
    }
    this.byOnes =
        IntStream.range(0, ones.length)
            .boxed()
            .sorted(Comparator.comparingInt(row -> ones[row]))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  int size() {
    return ones.length;
  }

  /** Tanimoto's coefficient of two rows; 1 for two without any bit. */
  double similarity(int row, FingerprintTable other, int otherRow) {
    int common = 0;
    int mine = row * words;
    int theirs = otherRow * words;
    for (int word = 0; word < words; word++) {
      common += Long.bitCount(bits[mine + word] & other.bits[theirs + word]);
    }
    int either = ones[row] + other.ones[otherRow] - common;
    return either == 0 ? 1 : (double) common / either;
  }

  /** The highest similarity of {@code row} to a row of {@code other}. */
  double nearest(int row, FingerprintTable other) {
    return nearest(row, other, -1);
  }

  /** The highest similarity of {@code row} to another row of the same table; 0 without another. */
  double nearestOther(int row) {
    return nearest(row, this, row);
  }

  /**
   * Looks at rows by how many bits they have, from as many as {@code row} has outwards: the share
   * that the smaller one has of the larger one is the most that the similarity can be.
   */
  private double nearest(int row, FingerprintTable other, int except) {
    int up = other.firstWithAtLeast(ones[row]);
    int down = up - 1;
    double best = 0;
    double mostUp = up < other.size() ? most(row, other, up) : -1;
    double mostDown = down >= 0 ? most(row, other, down) : -1;
    while (Math.max(mostUp, mostDown) > best) {
      int candidate;
      if (mostUp >= mostDown) {
        candidate = other.byOnes[up++];
        mostUp = up < other.size() ? most(row, other, up) : -1;
      } else {
        candidate = other.byOnes[down--];
        mostDown = down >= 0 ? most(row, other, down) : -1;
      }
      if (candidate != except) {
        best = Math.max(best, similarity(row, other, candidate));
      }
    }
    return best;
  }

  private double most(int row, FingerprintTable other, int place) {
    int mine = ones[row];
    int theirs = other.ones[other.byOnes[place]];
    int larger = Math.max(mine, theirs);
    return larger == 0 ? 1 : (double) Math.min(mine, theirs) / larger;
  }

  private int firstWithAtLeast(int count) {
    int low = 0;
    int high = byOnes.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ones[byOnes[middle]] < count) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
