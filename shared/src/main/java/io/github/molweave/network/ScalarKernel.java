package io.github.molweave.network;

import io.github.molweave.modelfile.ModelFile;

/** The reference kernel: plain loops that run anywhere. */
public final class ScalarKernel implements Kernel {
  @Override
  public Network load(ModelFile quantised) {
    return new ScalarNetwork(quantised, RowMatrix::new);
  }
}
