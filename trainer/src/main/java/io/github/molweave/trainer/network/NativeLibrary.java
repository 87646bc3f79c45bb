package io.github.molweave.trainer.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Which of ND4J's native builds runs. The builds with oneDNN know today's processors; the plain
 * build's OpenBLAS of 2022 takes some for a Prescott of 2004 and is three times slower there.
 */
public final class NativeLibrary {
  private static final String EXTENSION = "org.bytedeco.javacpp.platform.extension";

  private NativeLibrary() {}

  /**
   * Picks the build for this processor; must run before the first use of ND4J. AVX-512 only on
   * Intel: on AMD's Zen 4 the AVX2 build was as fast or faster (13.6 against 13.3 thousand tokens
   * per CPU second on a GRU of 512 units). A choice made on the command line stands.
   */
  public static void choose() {
    if (System.getProperty(EXTENSION) == null) {
      System.setProperty(EXTENSION, extensionFor(processor()));
    }
  }

  /** The build for a processor described as in {@code /proc/cpuinfo}. */
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

  /** One line on what does the arithmetic: build, BLAS, number of threads. */
  static String describe() {
    Properties environment = Nd4j.getExecutioner().getEnvironmentInformation();
    return "CPU, ND4J"
        + System.getProperty(EXTENSION, "")
        + ", "
        + environment.get("blas.vendor")
        + ", threads: "
        + threads();
  }
}
