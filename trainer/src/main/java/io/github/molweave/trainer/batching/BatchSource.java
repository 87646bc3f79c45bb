package io.github.molweave.trainer.batching;

import io.github.molweave.trainer.corpus.Corpus;
import io.github.molweave.trainer.corpus.Respelling;
import java.util.Arrays;
import java.util.Random;

/**
 * Cuts a corpus into batches, each molecule exactly once per epoch. The molecules are shuffled,
 * sorted by length within pools of {@value #POOL} batches, cut, and the batches shuffled: little
 * padding, yet other company in every epoch. Order and spellings ({@link Respelling}) are a
 * function of corpus, batch size, seed and epoch alone, so a resumed run sees the batches it would
 * have seen.
 *
 * <p>On a corpus of at least {@value #POOL} batches with lengths like ZINC's, padding is below 3 %
 * ({@code BatchSourceTest.padsLittle}).
 */
public final class BatchSource {
  /** Batches sorted together: enough that neighbours are of one length almost everywhere. */
  static final int POOL = 64;

  private final Corpus corpus;
  private final int batchSize;
  private final long seed;

  /**
   * @param batchSize B, molecules a batch, 1 or more; the last batch of an epoch's cutting may hold
   *     fewer
   * @param seed of the run
   */
  public BatchSource(Corpus corpus, int batchSize, long seed) {
    if (batchSize < 1) {
      throw new IllegalArgumentException("batch must be 1 or more, not " + batchSize);
    }
    this.corpus = corpus;
    this.batchSize = batchSize;
    this.seed = seed;
  }

  /** Batches in every epoch. */
  public int batchCount() {
    return (corpus.size() + batchSize - 1) / batchSize;
  }

  /**
   * The batches of an epoch, in the order of training.
   *
   * @param epoch 0 or more
   * @return {@link #batchCount()} batches, each made when it is asked for
   */
  public Epoch epoch(int epoch) {
    Corpus spelled = Respelling.of(corpus, seed, epoch);
    // java.util.Random is specified to the bit, so the order is the same on every Java.
    Random random = new Random(seed * 1_000_003L + epoch);
    int[] order = shuffled(spelled.size(), random);
    int pool = POOL * batchSize;
    int from = 0;
    while (from < order.length) {
      // What is left for a last pool may be too little to find neighbours in.
      int to = order.length - from < 2L * pool ? order.length : from + pool;
      sortByLength(spelled, order, from, to);
      from = to;
    }
    return new Epoch(spelled, order, shuffled(batchCount(), random));
  }

  private static int[] shuffled(int count, Random random) {
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      int other = random.nextInt(i + 1);
      order[i] = order[other];
      order[other] = i;
    }
    return order;
  }

  /** The longest first; those of one length stay in their order. */
  private static void sortByLength(Corpus corpus, int[] order, int from, int to) {
    long[] keys = new long[to - from];
    for (int i = from; i < to; i++) {
      keys[i - from] = ((long) -corpus.length(order[i]) << 32) + (i - from);
    }
    Arrays.sort(keys);
    int[] sorted = new int[keys.length];
    for (int i = 0; i < keys.length; i++) {
      sorted[i] = order[from + (int) keys[i]];
    }
    System.arraycopy(sorted, 0, order, from, sorted.length);
  }

  /** The batches of one epoch by number. */
  public final class Epoch {
    private final Corpus spelled;
    private final int[] order;
    private final int[] places;

    private Epoch(Corpus spelled, int[] order, int[] places) {
      this.spelled = spelled;
      this.order = order;
      this.places = places;
    }

    /** How many there are. */
    public int size() {
      return places.length;
    }

    /** The molecules of batch {@code number} by their places in the corpus, row by row. */
    public int[] molecules(int number) {
      int from = places[number] * batchSize;
      return Arrays.copyOfRange(order, from, Math.min(order.length, from + batchSize));
    }

    /** Batch {@code number}, 0..size-1. */
    public Batch batch(int number) {
      return batchOf(spelled, molecules(number));
    }

    /** As epoch {@code number} spells it: the texts of its molecules. */
    public Corpus corpus() {
      return spelled;
    }
  }

  private static Batch batchOf(Corpus corpus, int[] molecules) {
    int rows = molecules.length;
    int steps = corpus.length(molecules[0]) + 1;
    int start = corpus.vocabulary().start();
    int[] inputs = new int[steps * rows];
    int[] targets = new int[steps * rows];
    int[] lengths = new int[rows];
    Arrays.fill(inputs, start);
    Arrays.fill(targets, start);
    for (int row = 0; row < rows; row++) {
      int[] ids = corpus.molecules().get(molecules[row]);
      lengths[row] = ids.length + 1;
      for (int t = 0; t < ids.length; t++) {
        inputs[(t + 1) * rows + row] = ids[t];
        targets[t * rows + row] = ids[t];
      }
      targets[ids.length * rows + row] = corpus.vocabulary().end();
    }
    return new Batch(rows, steps, inputs, targets, lengths);
  }
}
