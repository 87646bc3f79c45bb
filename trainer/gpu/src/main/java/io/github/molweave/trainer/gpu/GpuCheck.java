package io.github.molweave.trainer.gpu;

import io.github.molweave.network.Architecture;
import io.github.molweave.network.CellKind;
import io.github.molweave.random.CounterNoise;
import io.github.molweave.random.Purpose;
import io.github.molweave.random.Seed;
import io.github.molweave.trainer.cuda.CudaDevice;
import io.github.molweave.trainer.cuda.CudaLibraries;
import io.github.molweave.trainer.cuda.CudaLibraries.PinnedInts;
import io.github.molweave.trainer.cuda.Kernel;
import io.github.molweave.trainer.cuda.LibrarySearch;
import io.github.molweave.trainer.cuda.Precision;
import io.github.molweave.trainer.device.DeviceException;
import io.github.molweave.trainer.device.DeviceException.Problem;
import io.github.molweave.trainer.device.DeviceFailure;
import io.github.molweave.trainer.device.GoldenTraining;
import io.github.molweave.trainer.device.GoldenTraining.Distance;
import io.github.molweave.trainer.device.NetworkState;
import io.github.molweave.trainer.device.ParameterLayout;
import io.github.molweave.trainer.device.StepSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The checks that need a card: {@code GpuCheck GOLDEN-STEPS CUDA-PATH}. Exit code 77: skipped. */
public final class GpuCheck {
  private static final int SKIPPED = 77;

  private final CudaLibraries card;
  private final PrintStream out;
  private int failures;

  private GpuCheck(CudaLibraries card, PrintStream out) {
    this.card = card;
    this.out = out;
  }

  /** Runs all checks on the first card. */
  public static void main(String[] arguments) throws IOException {
    List<GoldenTraining> networks = GoldenTraining.read(Files.readString(Path.of(arguments[0])));
    try (CudaLibraries card =
        new NvidiaBinding().open(new LibrarySearch(arguments[1], System.getenv()))) {
      GpuCheck check = new GpuCheck(card, System.out);
      System.out.println("on " + card.description());
      check.all(networks);
      System.out.println(check.failures == 0 ? "all checks passed" : check.failures + " failed");
      System.exit(check.failures == 0 ? 0 : 1);
    } catch (DeviceException none) {
      System.out.println("SKIPPED (" + none.problem().id() + "): " + none.getMessage());
      System.exit(none.problem() == Problem.KERNELS_UNFIT ? 1 : SKIPPED);
    } catch (DeviceFailure failure) {
      System.out.println("FAILED (" + failure.problem().id() + "): " + failure.getMessage());
      System.exit(1);
    }
  }

  private interface Body {
    /** Null when it holds, else what is wrong; an unexpected failure is one. */
    String fault();
  }

  private void check(String name, Body body) {
    String fault;
    try {
      fault = body.fault();
    } catch (DeviceFailure failure) {
      fault = failure.problem().id() + ": " + failure.getMessage();
    }
    failures += fault == null ? 0 : 1;
    out.println(
        (fault == null ? "ok      " : "FAILED  ") + name + (fault == null ? "" : ": " + fault));
  }

  private void all(List<GoldenTraining> networks) {
    for (Precision precision : Precision.values()) {
      for (GoldenTraining network : networks) {
        golden(network, precision);
      }
    }
    check("dropout leaves out what the counter noise says", this::dropout);
    check("memory is given back", this::memory);
    check("too large a batch is refused with one that fits", this::tooLarge);
    check("a step's bits are the same twice (not promised by cuDNN)", this::twice);
  }

  /** Small numbers of few bits; what is allowed is far above rounding and far below a mistake. */
  private static double allowed(Precision precision) {
    return switch (precision) {
      case FLOAT32 -> 1e-3;
      case TF32 -> 0.05;
      case BF16 -> 0.2;
    };
  }

  private void golden(GoldenTraining network, Precision precision) {
    Architecture sizes = network.layout().architecture();
    String name =
        sizes.cell().id() + " of " + sizes.layers() + " layers as PyTorch's, " + precision.id();
    check(
        name,
        () -> {
          Distance distance =
              network.distanceOf(
                  (layout, settings) -> new CudaDevice(layout, settings, precision, card));
          out.printf(
              Locale.ROOT,
              "        loss %.1e  gradient %.1e  norm %.1e  way %.1e%n",
              distance.loss(),
              distance.gradient(),
              distance.norm(),
              distance.movement());
          return distance.worst() < allowed(precision) ? null : "too far";
        });
  }

  private String dropout() {
    int rows = 40;
    int units = 30;
    long values = card.allocate((long) rows * units * Float.BYTES);
    long places = card.allocate((long) rows * Integer.BYTES);
    float[] result = new float[rows * units];
    try (PinnedInts pinned = card.pin(rows)) {
      for (int n = 0; n < rows; n++) {
        pinned.values().put(n, n);
      }
      Arrays.fill(result, 1);
      card.upload(result, values);
      card.upload(pinned, rows, places);
      card.launch(
          Kernel.DROPOUT,
          (long) rows * ((units + 3) / 4),
          values,
          values,
          places,
          8,
          rows,
          units,
          -5,
          3,
          Purpose.DROPOUT.key(),
          11,
          1,
          3,
          1L << 30,
          Double.doubleToRawLongBits(2),
          0);
      card.download(values, result);
    } finally {
      card.free(values);
      card.free(places);
    }
    CounterNoise noise = new CounterNoise(new Seed(3, -5), Purpose.DROPOUT);
    int[] words = new int[(units + 3) / 4 * 4];
    for (int n = 0; n < rows; n++) {
      noise.words(n % 8, 11, n / 8 * 3 + 1, words);
      for (int unit = 0; unit < units; unit++) {
        float wanted = Integer.toUnsignedLong(words[unit]) < 1L << 30 ? 0 : 2;
        if (result[n * units + unit] != wanted) {
          return "row " + n + ", unit " + unit + " is " + result[n * units + unit];
        }
      }
    }
    return null;
  }

  private static ParameterLayout layout(int hidden, int layers) {
    return new ParameterLayout(new Architecture(CellKind.LSTM, 40, 64, hidden, layers));
  }

  private String memory() {
    // The libraries take memory for themselves when they are first used, and keep it.
    new CudaDevice(layout(256, 2), StepSettings.plain(64, 60, 1), Precision.TF32, card).close();
    long before = card.freeMemory();
    for (int i = 0; i < 3; i++) {
      new CudaDevice(layout(256, 2), StepSettings.plain(64, 60, 1), Precision.TF32, card).close();
    }
    long lost = before - card.freeMemory();
    return lost == 0 ? null : lost + " bytes are not back";
  }

  private String tooLarge() {
    try {
      new CudaDevice(layout(1024, 8), StepSettings.plain(200_000, 200, 1), Precision.TF32, card)
          .close();
      return "it was taken";
    } catch (DeviceFailure refused) {
      return refused.getMessage().contains("would fit") ? null : refused.getMessage();
    }
  }

  private String twice() {
    float[][] ends = new float[2][];
    for (int run = 0; run < 2; run++) {
      ParameterLayout layout = layout(256, 2);
      StepSettings settings = StepSettings.plain(64, 60, 1);
      try (CudaDevice device = new CudaDevice(layout, settings, Precision.TF32, card)) {
        device.restore(NetworkState.fresh(layout.initialValues(1)));
        BenchBatches.of(64, 60, 40, 4).forEach(batch -> device.trainStep(batch, 0.001));
        ends[run] = device.state().parameters();
      }
    }
    return Arrays.equals(ends[0], ends[1]) ? null : "they differ";
  }
}
