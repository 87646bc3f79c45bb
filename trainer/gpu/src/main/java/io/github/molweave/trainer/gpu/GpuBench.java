package io.github.molweave.trainer.gpu;

import io.github.molweave.network.Architecture;
import io.github.molweave.network.CellKind;
import io.github.molweave.trainer.batching.Batch;
import io.github.molweave.trainer.cuda.CudaDevice;
import io.github.molweave.trainer.cuda.CudaLibraries;
import io.github.molweave.trainer.cuda.Element;
import io.github.molweave.trainer.cuda.LibrarySearch;
import io.github.molweave.trainer.cuda.Precision;
import io.github.molweave.trainer.cuda.Product;
import io.github.molweave.trainer.cuda.Product.Factor;
import io.github.molweave.trainer.cuda.Product.Form;
import io.github.molweave.trainer.cuda.Product.Result;
import io.github.molweave.trainer.device.DeviceException;
import io.github.molweave.trainer.device.DeviceException.Problem;
import io.github.molweave.trainer.device.DeviceFailure;
import io.github.molweave.trainer.device.NetworkState;
import io.github.molweave.trainer.device.ParameterLayout;
import io.github.molweave.trainer.device.StepSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Time per step, and beside it two floors: the operations of the products over the rate at which
 * this card multiplies, and the bytes that have to move over the rate at which it writes. {@code
 * GpuBench CUDA-PATH FOLDER}; into the folder go the lengths of the batches, for gpu_bench.py.
 */
public final class GpuBench {
  private static final int VOCABULARY = 45;
  private static final int EMBEDDING = 128;
  private static final int LONGEST = 110;
  private static final int BATCHES = 20;
  private static final int ROUNDS = 5;
  private static final int SIDE = 4096;

  private final CudaLibraries card;

  private GpuBench(CudaLibraries card) {
    this.card = card;
  }

  /** Prints one line for each shape. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[1]);
    try (CudaLibraries card =
        new NvidiaBinding().open(new LibrarySearch(arguments[0], System.getenv()))) {
      new GpuBench(card).run(folder);
    } catch (DeviceException none) {
      System.out.println("SKIPPED (" + none.problem().id() + "): " + none.getMessage());
    } catch (DeviceFailure failure) {
      System.out.println("FAILED (" + failure.problem().id() + "): " + failure.getMessage());
      System.exit(1);
    }
  }

  private void run(Path folder) throws IOException {
    double bandwidth = bandwidth();
    System.out.printf(
        Locale.ROOT, "# %s%n# writes %.0f GB/s%n", card.description(), bandwidth / 1e9);
    for (int rows : new int[] {512, 2048}) {
      List<Batch> batches = BenchBatches.of(rows, LONGEST, VOCABULARY, BATCHES);
      Files.write(folder.resolve("lengths-" + rows + ".txt"), lines(batches));
      for (Precision precision : Precision.values()) {
        measureAll(rows, precision, batches, bandwidth);
      }
    }
  }

  /** What this card does not do, or does not hold, is said and left out; a lost card ends it. */
  private void measureAll(int rows, Precision precision, List<Batch> batches, double bandwidth) {
    for (Architecture sizes : shapes()) {
      try {
        card.refuseLacking(precision);
        measure(sizes, rows, precision, batches, productRate(precision), bandwidth);
      } catch (DeviceFailure left) {
        if (left.problem() == Problem.CARD_LOST) {
          throw left;
        }
        System.out.printf(
            Locale.ROOT,
            "# SKIPPED %s batch %d %s: %s%n",
            name(sizes),
            rows,
            precision.id(),
            left.getMessage());
      }
    }
  }

  private static String name(Architecture sizes) {
    return sizes.cell().id() + " " + sizes.hiddenSize() + "x" + sizes.layers();
  }

  private static List<Architecture> shapes() {
    return List.of(
        new Architecture(CellKind.GRU_RESET_AFTER, VOCABULARY, EMBEDDING, 512, 1),
        new Architecture(CellKind.GRU_RESET_AFTER, VOCABULARY, EMBEDDING, 512, 3),
        new Architecture(CellKind.LSTM, VOCABULARY, EMBEDDING, 768, 3));
  }

  private static List<String> lines(List<Batch> batches) {
    return batches.stream()
        .map(
            batch ->
                Arrays.stream(batch.lengths())
                    .mapToObj(Integer::toString)
                    .collect(Collectors.joining(" ")))
        .toList();
  }

  private void measure(
      Architecture sizes,
      int rows,
      Precision precision,
      List<Batch> batches,
      double rate,
      double bandwidth) {
    ParameterLayout layout = new ParameterLayout(sizes);
    double tokens = batches.stream().mapToInt(Batch::predictions).average().orElseThrow();
    try (CudaDevice device =
        new CudaDevice(layout, StepSettings.plain(rows, LONGEST, 1), precision, card)) {
      device.restore(NetworkState.fresh(layout.initialValues(1)));
      batches.forEach(batch -> device.trainStep(batch, 1e-4));
      double[] rounds = new double[ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        long start = System.nanoTime();
        batches.forEach(batch -> device.trainStep(batch, 1e-4));
        rounds[round] = (System.nanoTime() - start) / 1e6 / batches.size();
      }
      Arrays.sort(rounds);
      double step = rounds[ROUNDS / 2];
      double flops = 6.0 * (layout.size() - VOCABULARY * EMBEDDING) * tokens;
      // Ten passes over 32-bit parameters, and each layer's outputs and gates written and read
      // twice.
      double bytes =
          40.0 * layout.size()
              + 4.0
                  * precision.element().bytes()
                  * tokens
                  * sizes.layers()
                  * (sizes.hiddenSize() + sizes.gateRows());
      System.out.printf(
          Locale.ROOT,
          "molweave %s batch %d %s: %.3f ms/step (%.3f to %.3f), %.0f tokens/s, floors %.3f ms of"
              + " products at %.1f TFLOP/s, %.3f ms of memory%n",
          name(sizes),
          rows,
          precision.id(),
          step,
          rounds[0],
          rounds[ROUNDS - 1],
          tokens / step * 1e3,
          flops / rate * 1e3,
          rate / 1e12,
          bytes / bandwidth * 1e3);
    }
  }

  private double productRate(Precision precision) {
    Element element = precision.element();
    long bytes = (long) SIDE * SIDE * Float.BYTES;
    long a = card.allocate(bytes);
    long b = card.allocate(bytes);
    long c = card.allocate(bytes);
    card.clear(a, bytes);
    card.clear(b, bytes);
    Product product =
        new Product(
            SIDE,
            SIDE,
            SIDE,
            new Factor(a, SIDE, element, Form.PLAIN),
            new Factor(b, SIDE, element, Form.PLAIN),
            new Result(c, SIDE, element));
    double best = best(() -> card.product(product, precision), c);
    card.free(a);
    card.free(b);
    card.free(c);
    return 2.0 * SIDE * SIDE * SIDE / best;
  }

  private double bandwidth() {
    long bytes = 1L << 30;
    long place = card.allocate(bytes);
    double best = best(() -> card.clear(place, bytes), place);
    card.free(place);
    return bytes / best;
  }

  /** Seconds of one run of {@code work}, the best of some tens in a row. */
  private double best(Runnable work, long place) {
    double best = Double.POSITIVE_INFINITY;
    for (int round = 0; round < ROUNDS; round++) {
      card.download(place, new float[1]);
      long start = System.nanoTime();
      for (int i = 0; i < BATCHES; i++) {
        work.run();
      }
      card.download(place, new float[1]);
      best = Math.min(best, (System.nanoTime() - start) / 1e9 / BATCHES);
    }
    return best;
  }
}
