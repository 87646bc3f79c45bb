package io.github.molweave.trainer.gpu;

import io.github.molweave.trainer.batching.Batch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Batches of random tokens whose lengths are spread as ZINC's are, neighbours of like length. */
final class BenchBatches {
  private static final double MEAN = 44;
  private static final double DEVIATION = 9;
  private static final int SHORTEST = 10;
  private static final int POOL = 64;

  private BenchBatches() {}

  /** The same ones every time; as in training, cut from a sorted pool and taken at random. */
  static List<Batch> of(int rows, int longest, int vocabulary, int count) {
    Random random = new Random(7);
    int[] pool = new int[POOL * rows];
    for (int i = 0; i < pool.length; i++) {
      double length = MEAN + DEVIATION * random.nextGaussian();
      pool[i] = (int) Math.max(SHORTEST, Math.min(longest, Math.round(length)));
    }
    Arrays.sort(pool);
    List<Batch> batches = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int from = random.nextInt(POOL) * rows;
      int[] lengths = new int[rows];
      for (int row = 0; row < rows; row++) {
        lengths[row] = pool[from + rows - 1 - row];
      }
      int[] inputs = random.ints((long) rows * lengths[0], 0, vocabulary).toArray();
      int[] targets = random.ints((long) rows * lengths[0], 0, vocabulary).toArray();
      batches.add(new Batch(rows, lengths[0], inputs, targets, lengths));
    }
    return batches;
  }
}
