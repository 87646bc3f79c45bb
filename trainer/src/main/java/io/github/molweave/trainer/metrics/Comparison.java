package io.github.molweave.trainer.metrics;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Judges sets of molecules against one reference.
 *
 * <p>Determinism: for the same sets and seed the same numbers, whatever the number of threads.
 *
 * <p>Accuracy: {@code ComparisonTest} holds a set of 1,000 molecules against values computed with
 * RDKit by the definitions of MOSES and GuacaMol; docs/decisions tells of larger ones.
 *
 * <p>Source: D. Polykovskiy et al., Molecular Sets (MOSES), Front. Pharmacol. 11 (2020) 565644; N.
 * Brown et al., GuacaMol, J. Chem. Inf. Model. 59 (2019) 1096.
 */
public final class Comparison {
  /** Bits of a fingerprint, as in MOSES. */
  private static final int WIDTH = 1024;

  private static final int FIRST = 1_000;
  private static final int TEN_TIMES = 10_000;

  private final MoleculeSet reference;
  private final FingerprintTable referenceTable;
  private final long seed;
  private final Workers workers;

  /**
   * @param reference what distributions are compared with, at least two molecules
   * @param seed of all that is drawn: replicates, and the part of the reference for the KL score
   */
  public Comparison(MoleculeSet reference, long seed, Workers workers) {
    this.reference = reference;
    this.referenceTable = new FingerprintTable(reference.molecules(), WIDTH);
    this.seed = seed;
    this.workers = workers;
  }

  /**
   * Measures {@code judged}, which has at least two different molecules.
   *
   * @param training keys of the molecules that are not new ({@link MoleculeSet#keysOf})
   * @param done told how many molecules more have found their nearest, from any thread
   */
  public Row judge(MoleculeSet judged, Set<String> training, IntConsumer done) {
    Map<Metric, Measurement> row = new EnumMap<>(Metric.class);
    row.put(Metric.VALIDITY, Measurement.ofShare(judged.valid(), judged.given()));
    row.put(Metric.UNIQUENESS_1K, uniqueness(judged, FIRST));
    row.put(Metric.UNIQUENESS_10K, uniqueness(judged, TEN_TIMES));
    Set<String> keys = judged.keys();
    int unknown = (int) keys.stream().filter(key -> !training.contains(key)).count();
    row.put(Metric.NOVELTY, Measurement.ofShare(unknown, keys.size()));
    FingerprintTable table = new FingerprintTable(judged.molecules(), WIDTH);
    row.put(Metric.INTERNAL_DIVERSITY, diversity(table));
    Bootstrap bootstrap = new Bootstrap(judged.size(), seed, workers);
    double[] nearest = new double[table.size()];
    workers.forEach(
        nearest.length,
        molecule -> {
          nearest[molecule] = table.nearest(molecule, referenceTable);
          done.accept(1);
        });
    row.put(Metric.SNN, measured(bootstrap, judged.size(), 1, weights -> mean(nearest, weights)));
    measureDistributions(judged, bootstrap, row);
    MoleculeSet distinct = judged.distinct();
    KlScore score = new KlScore(distinct, part(distinct.size()), workers);
    row.put(
        Metric.KL_SCORE,
        measured(new Bootstrap(distinct.size(), seed, workers), distinct.size(), 1, score::of));
    return new Row(
        judged.given(),
        judged.valid(),
        judged.valid() - judged.size(),
        row,
        score.divergences(distinct.size()));
  }

  private void measureDistributions(
      MoleculeSet judged, Bootstrap bootstrap, Map<Metric, Measurement> row) {
    int size = judged.size();
    CountCosine fragments = new CountCosine(fragments(judged), fragments(reference));
    row.put(Metric.FRAGMENTS, measured(bootstrap, size, 1, fragments::of));
    CountCosine scaffolds = new CountCosine(scaffolds(judged), scaffolds(reference));
    row.put(Metric.SCAFFOLDS, measured(bootstrap, size, 1, scaffolds::of));
    for (Metric metric : Metric.values()) {
      if (metric.descriptor() != null) {
        WassersteinDistance distance =
            new WassersteinDistance(
                judged.values(metric.descriptor()), reference.values(metric.descriptor()));
        row.put(metric, measured(bootstrap, size, Double.POSITIVE_INFINITY, distance::of));
      }
    }
  }

  private static Measurement uniqueness(MoleculeSet set, int first) {
    return Measurement.ofShare(set.distinctAmongFirst(first), Math.min(first, set.size()));
  }

  private static Measurement measured(
      Bootstrap bootstrap, int size, double highest, ToDoubleFunction<int[]> statistic) {
    int[] once = new int[size];
    Arrays.fill(once, 1);
    double error = bootstrap.standardError(statistic);
    return Measurement.ofError(statistic.applyAsDouble(once), error, 0, highest, size);
  }

  private static double mean(double[] values, int[] weights) {
    double sum = 0;
    double total = 0;
    for (int i = 0; i < values.length; i++) {
      sum += weights[i] * values[i];
      total += weights[i];
    }
    return sum / total;
  }

  /**
   * One less the mean over all ordered pairs, each molecule with itself included, as MOSES has it.
   * The error is the jackknife's: drawing again would put a molecule beside its own copies.
   */
  private Measurement diversity(FingerprintTable table) {
    int size = table.size();
    double[] sums = new double[size];
    workers.forEach(
        size,
        row -> {
          for (int other = 0; other < size; other++) {
            sums[row] += table.similarity(row, table, other);
          }
        });
    double total = Arrays.stream(sums).sum();
    double[] without = new double[size];
    double mean = 0;
    for (int row = 0; row < size; row++) {
      without[row] = (total - 2 * sums[row] + 1) / ((size - 1.0) * (size - 1.0));
      mean += without[row] / size;
    }
    double squares = 0;
    for (double value : without) {
      squares += (value - mean) * (value - mean);
    }
    double error = Math.sqrt(squares * (size - 1) / size);
    return Measurement.ofError(1 - total / ((double) size * size), error, 0, 1, size);
  }

  private static List<List<String>> fragments(MoleculeSet set) {
    return set.molecules().stream().map(MoleculeFacts::fragments).toList();
  }

  private static List<List<String>> scaffolds(MoleculeSet set) {
    return set.molecules().stream()
        .map(MoleculeFacts::scaffold)
        .map(scaffold -> scaffold.isEmpty() ? List.<String>of() : List.of(scaffold))
        .toList();
  }

  /** A random part of the reference, each molecule once, of at most {@code size} molecules. */
  private MoleculeSet part(int size) {
    MoleculeSet distinct = reference.distinct();
    if (size >= distinct.size()) {
      return distinct;
    }
    return distinct.select(Arrays.copyOf(shuffled(distinct.size(), seed), size));
  }

  /** 0..{@code size}-1 in random order. */
  public static int[] shuffled(int size, long seed) {
    int[] numbers = IntStream.range(0, size).toArray();
    Random random = new Random(seed);
    for (int i = size - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int number = numbers[i];
      numbers[i] = numbers[j];
      numbers[j] = number;
    }
    return numbers;
  }
}
