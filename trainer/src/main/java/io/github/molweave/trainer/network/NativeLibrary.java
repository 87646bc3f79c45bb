package io.github.molweave.trainer.network;

import io.github.molweave.trainer.device.DeviceChoice;
import io.github.molweave.trainer.device.DeviceDecision;
import io.github.molweave.trainer.device.DeviceDecision.Backend;
import io.github.molweave.trainer.device.DeviceDecision.Build;
import io.github.molweave.trainer.device.DeviceException;
import io.github.molweave.trainer.device.GraphicsCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * Which of ND4J's native builds runs. The builds with oneDNN know today's processors; the plain
 * build's OpenBLAS of 2022 takes some for a Prescott of 2004 and is three times slower there.
 */
public final class NativeLibrary {
  private static final String EXTENSION = "org.bytedeco.javacpp.platform.extension";
  private static final String CUDA_BACKEND = "org.nd4j.linalg.jcublas.JCublasBackend";
  private static final int RATE_ROWS = 128;
  private static final int RATE_SIZE = 512;
  private static final int RATE_TRIES = 20;

  private NativeLibrary() {}

  /** Picks the processor's build; must run before the first use of ND4J. */
  public static void choose() {
    chooseExtension(extensionFor(processor()));
  }

  /**
   * Picks device and build; must run before the first use of ND4J.
   *
   * @return why no card computes, in words for the first line of a run; empty where nobody asks
   * @throws DeviceException when what was asked for cannot compute here
   */
  public static String choose(DeviceChoice choice) throws DeviceException {
    Build build = hasClass(CUDA_BACKEND) ? Build.WITH_CUDA : Build.FOR_CPU;
    List<GraphicsCard> cards = choice == DeviceChoice.CPU ? List.of() : GraphicsCard.installed();
    DeviceDecision decision = DeviceDecision.of(choice, build, cards);
    if (decision.backend() == Backend.CUDA) {
      chooseExtension("-cudnn");
    } else {
      choose();
    }
    return decision.reason();
  }

  /** A choice made on the command line stands. */
  private static void chooseExtension(String extension) {
    if (System.getProperty(EXTENSION) == null) {
      System.setProperty(EXTENSION, extension);
    }
  }

  private static boolean hasClass(String name) {
    try {
      Class.forName(name, false, NativeLibrary.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException absent) {
      return false;
    }
  }

  /**
   * The build for a processor described as in {@code /proc/cpuinfo}. AVX-512 only on Intel: on
   * AMD's Zen 4 the AVX2 build was as fast or faster (13.6 against 13.3 thousand tokens per CPU
   * second on a GRU of 512 units).
   */
  static String extensionFor(String processor) {
    boolean intel = processor.contains("GenuineIntel");
    return intel && processor.contains("avx512f") ? "-onednn-avx512" : "-onednn-avx2";
  }

  private static String processor() {
    try {
      return Files.readString(Path.of("/proc/cpuinfo"));
    } catch (IOException e) {
      return "";
    }
  }

  /** Whether ND4J computes on the processor rather than on a graphics card. */
  static boolean isOnCpu() {
    return !"CUDA".equals(Nd4j.getExecutioner().getEnvironmentInformation().get("backend"));
  }

  /** How many threads compute: {@code OMP_NUM_THREADS} where it is set, else one for each core. */
  static int threads() {
    String wanted = System.getenv("OMP_NUM_THREADS");
    return wanted != null && wanted.matches("[1-9][0-9]{0,3}")
        ? Integer.parseInt(wanted)
        : Runtime.getRuntime().availableProcessors();
  }

  /**
   * One line on what does the arithmetic: device, build, threads, and the rate of its products,
   * measured in a few milliseconds, which tells a library that does not know this processor.
   */
  static String describe() {
    if (!isOnCpu()) {
      List<GraphicsCard> cards = GraphicsCard.installed();
      return "CUDA, "
          + (cards.isEmpty() ? "unknown card" : cards.get(0).described())
          + ", ND4J"
          + System.getProperty(EXTENSION, "");
    }
    return String.format(
        Locale.ROOT, "CPU, ND4J%s, threads: %d", System.getProperty(EXTENSION, ""), threads());
  }

  /** What {@link #describe} cannot say, for it is another number every time; empty off the CPU. */
  static String measuredSpeed() {
    return isOnCpu()
        ? String.format(Locale.ROOT, ", products: %.0f GFLOP/s a thread", productRate())
        : "";
  }

  /** The best of a few products of a step's size, in GFLOP/s, on one core. */
  private static double productRate() {
    NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
    try (INDArray a = Nd4j.ones(DataType.FLOAT, RATE_ROWS, RATE_SIZE);
        INDArray b = Nd4j.ones(DataType.FLOAT, RATE_SIZE, RATE_SIZE);
        INDArray c = Nd4j.zeros(DataType.FLOAT, RATE_ROWS, RATE_SIZE)) {
      long best = Long.MAX_VALUE;
      for (int i = 0; i < RATE_TRIES; i++) {
        long start = System.nanoTime();
        Gemm.product(a, b, c, Gemm.Result.REPLACE);
        best = Math.min(best, System.nanoTime() - start);
      }
      return 2.0 * RATE_ROWS * RATE_SIZE * RATE_SIZE / best;
    } finally {
      NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(threads());
    }
  }
}
