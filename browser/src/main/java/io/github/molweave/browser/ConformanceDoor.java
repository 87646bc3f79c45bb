package io.github.molweave.browser;

import io.github.molweave.browser.simd.KernelExports;
import io.github.molweave.browser.simd.SimdKernel;
import io.github.molweave.network.Kernel;
import io.github.molweave.network.ScalarKernel;
import org.teavm.jso.JSExport;
import org.teavm.jso.typedarrays.Float64Array;

/** The exports of the conformance page; see {@link Conformance}. Never shipped. */
public final class ConformanceDoor {
  private static final int AT_ONCE = 1024;

  private ConformanceDoor() {}

  /** TeaVM's entry point; there is nothing to start. */
  public static void main(String[] unused) {}

  /** {@link Conformance#hash} of the function named {@code function}. */
  @JSExport
  public static int hash(String function, int count) {
    return Conformance.hash(function, count);
  }

  /**
   * {@link ConformanceNetworks#hash} of network {@code number}.
   *
   * @param exports a fresh instance of the SIMD kernel, or null for the scalar one
   */
  @JSExport
  public static int networkHash(int number, KernelExports exports) {
    Kernel kernel = exports == null ? new ScalarKernel() : new SimdKernel(exports);
    return ConformanceNetworks.hash(number, kernel);
  }

  /**
   * As {@link #hash}, for the SIMD kernel's sigmoid and tanh on the same arguments.
   *
   * @param function {@code sigmoid} or {@code tanh}, or one of them {@code at the ends}
   */
  @JSExport
  public static int simdHash(String function, int count, KernelExports exports) {
    Float64Array values = new Float64Array(exports.getMemory().getBuffer(), 0, AT_ONCE);
    int hash = 0;
    for (int from = 0; from < count; from += AT_ONCE) {
      for (int i = 0; i < AT_ONCE; i++) {
        values.set(i, Conformance.argument(function, from + i));
      }
      if (function.startsWith("sigmoid")) {
        exports.sigmoids(0, AT_ONCE);
      } else {
        exports.tanhs(0, AT_ONCE);
      }
      for (int i = 0; i < Math.min(AT_ONCE, count - from); i++) {
        hash = Conformance.mix(hash, values.get(i));
      }
    }
    return hash;
  }
}
