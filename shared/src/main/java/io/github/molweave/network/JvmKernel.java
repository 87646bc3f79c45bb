package io.github.molweave.network;

import io.github.molweave.modelfile.ModelFile;

/**
 * The kernel for the JVM: three to four times as fast there as {@link ScalarKernel}, and slower in
 * a browser. The same network with its weights laid out by column.
 */
public final class JvmKernel implements Kernel {
  @Override
  public Network load(ModelFile quantised) {
    return new ScalarNetwork(quantised, ColumnMatrix::new);
  }
}
