package io.github.molweave.trainer.network;

import io.github.molweave.trainer.network.Gemm.Result;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Column sums as a product with a row of ones: ND4J's own sum over rows is many times slower. */
final class ColumnSums {
  private final INDArray ones;

  /** For arrays of up to {@code mostRows} rows of numbers like those of {@code size}. */
  ColumnSums(PassSize size, long mostRows) {
    this.ones = Nd4j.ones(size.type(), 1, mostRows);
  }

  /** For arrays with a row for each step of each molecule. */
  static ColumnSums overSteps(PassSize size) {
    return new ColumnSums(size, (long) size.longest() * size.mostRows());
  }

  /**
   * @param rows [R, width]
   * @param result [1, width], replaced
   */
  void of(INDArray rows, INDArray result) {
    INDArray row = ones.get(NDArrayIndex.all(), NDArrayIndex.interval(0, rows.rows()));
    Gemm.product(row, rows, result, Result.REPLACE);
  }
}
