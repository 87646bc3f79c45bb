package io.github.molweave.bench.train;

import io.github.molweave.bench.train.ContenderProcess.Turn;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Molweave and libtorch in turns, on one network with one number of threads. */
final class Match {
  /** Losses of the two after equal steps may differ by this, in nats a token. */
  private static final double LOSS_TOLERANCE = 0.01;

  private final Work work;
  private final int threads;
  private final BatchFile batches;
  private final List<Turn> ours = new ArrayList<>();
  private final List<Turn> theirs = new ArrayList<>();
  private final List<Double> products = new ArrayList<>();
  private long ourPeak;
  private long theirPeak;

  Match(Work work, int threads, BatchFile batches) {
    this.work = work;
    this.threads = threads;
    this.batches = batches;
  }

  /** Plays; the first, longer turn of each is not counted. */
  void play(Path file, int rounds, int steps, PrintWriter talk) throws IOException {
    try (ContenderProcess molweave = ContenderProcess.start("molweave", work, threads, file);
        ContenderProcess libtorch = ContenderProcess.start("libtorch", work, threads, file)) {
      talk.println(work.name() + ": " + molweave.description() + " | " + libtorch.description());
      molweave.round(2 * steps);
      libtorch.round(2 * steps);
      for (int round = 0; round < rounds; round++) {
        if (round % 2 == 0) {
          ours.add(molweave.round(steps));
          theirs.add(libtorch.round(steps));
        } else {
          theirs.add(libtorch.round(steps));
          ours.add(molweave.round(steps));
        }
        products.add(molweave.products(batches.mostRows()));
        Turn our = ours.get(round);
        Turn their = theirs.get(round);
        talk.printf(
            Locale.ROOT,
            "  round %d: %.0f | %.0f tokens/s, loss %.4f | %.4f%n",
            round + 1,
            our.tokensPerSecond(),
            their.tokensPerSecond(),
            our.loss(),
            their.loss());
        if (Math.abs(our.loss() - their.loss()) > LOSS_TOLERANCE) {
          throw new IOException("the two do not learn the same: their losses drift apart");
        }
      }
      ourPeak = molweave.peakMegabytes();
      theirPeak = libtorch.peakMegabytes();
    }
  }

  static final List<String> HEADING =
      List.of(
          "network",
          "threads",
          "Molweave tokens/s, best (median)",
          "libtorch tokens/s, best (median)",
          "ratio of bests",
          "ratio, median of rounds",
          "the same by processor time",
          "products alone tokens/s",
          "reached",
          "peak MB, Molweave and libtorch");

  List<String> row() {
    double allowed =
        products.stream().mapToDouble(rate -> rate).max().orElseThrow()
            * 1e9
            / work.operationsPerToken(batches.vocabulary());
    double best = best(ours);
    return List.of(
        work.name(),
        Integer.toString(threads),
        String.format(Locale.ROOT, "%.0f (%.0f)", best, median(ours, Turn::tokensPerSecond)),
        String.format(
            Locale.ROOT, "%.0f (%.0f)", best(theirs), median(theirs, Turn::tokensPerSecond)),
        String.format(Locale.ROOT, "%.2f", best / best(theirs)),
        ratio(Turn::tokensPerSecond),
        ratio(Turn::tokensPerCpuSecond),
        String.format(Locale.ROOT, "%.0f", allowed),
        String.format(Locale.ROOT, "%.0f %%", 100 * best / allowed),
        ourPeak + " and " + theirPeak);
  }

  private String ratio(ToDoubleFunction<Turn> rate) {
    double[] ratios = new double[ours.size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = rate.applyAsDouble(ours.get(i)) / rate.applyAsDouble(theirs.get(i));
    }
    return String.format(Locale.ROOT, "%.2f", median(ratios));
  }

  private static double best(List<Turn> turns) {
    return turns.stream().mapToDouble(Turn::tokensPerSecond).max().orElseThrow();
  }

  private static double median(List<Turn> turns, ToDoubleFunction<Turn> value) {
    return median(turns.stream().mapToDouble(value).toArray());
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    int middle = values.length / 2;
    return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }
}
