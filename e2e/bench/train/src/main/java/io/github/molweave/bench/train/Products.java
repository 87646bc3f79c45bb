package io.github.molweave.bench.train;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What single-precision products reach at most on this machine, with the trainer's library. */
final class Products {
  private static final int TIMES = 12;

  private Products() {}

  /**
   * The best rate of the shapes of a step, in GFLOP/s.
   *
   * @param rows molecules of a batch
   */
  static double best(int rows, Work work) {
    int gates = work.architecture(1).gateRows();
    int units = work.units();
    return Math.max(rate(rows, units, gates), rate(20 * rows, units, gates));
  }

  private static double rate(int rows, int inner, int columns) {
    INDArray a = Nd4j.ones(DataType.FLOAT, rows, inner);
    INDArray b = Nd4j.ones(DataType.FLOAT, inner, columns);
    INDArray c = Nd4j.zeros(DataType.FLOAT, rows, columns);
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; i < TIMES; i++) {
      long start = System.nanoTime();
      Nd4j.gemm(a, b, c, false, false, 1, 0);
      best = Math.min(best, (System.nanoTime() - start) * 1e-9);
    }
    return 2e-9 * rows * inner * columns / best;
  }
}
