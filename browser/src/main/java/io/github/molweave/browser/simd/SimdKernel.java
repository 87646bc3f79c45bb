package io.github.molweave.browser.simd;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.network.Kernel;

/**
 * A network in WebAssembly simd128. Equal to the scalar kernel to the bit; {@code KernelParityTest}
 * in e2e compares them on random networks.
 */
public final class SimdKernel implements Kernel {
  private final KernelExports exports;
  private boolean loaded;

  /** Of a fresh instance of {@code kernel.wasm}, which will hold one network and go with it. */
  public SimdKernel(KernelExports exports) {
    this.exports = exports;
  }

  /**
   * Lays the network out.
   *
   * @throws IllegalStateException when this kernel holds a network already
   */
  @Override
  public Network load(ModelFile quantised) {
    if (loaded) {
      throw new IllegalStateException("an instance of the kernel holds one network");
    }
    loaded = true;
    return new SimdNetwork(exports, quantised);
  }
}
