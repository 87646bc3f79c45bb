package io.github.molweave.trainer.network;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Matrix products into preallocated c-order results, by the BLAS behind ND4J. Other orders and
 * {@code mmul} take a path that is several times slower.
 */
final class Gemm {
  /** What becomes of the numbers that already stand in the result. */
  enum Result {
    /** They are replaced by the product. */
    REPLACE(0),
    /** The product is added to them. */
    ADD(1);

    private final double beta;

    Result(double beta) {
      this.beta = beta;
    }
  }

  private Gemm() {}

  /** c = a b. */
  static void product(INDArray a, INDArray b, INDArray c, Result result) {
    Nd4j.gemm(a, b, c, false, false, 1, result.beta);
  }

  /** c = a b^T. */
  static void productWithTransposed(INDArray a, INDArray b, INDArray c, Result result) {
    Nd4j.gemm(a, b, c, false, true, 1, result.beta);
  }

  /** c = a^T b. */
  static void transposedProduct(INDArray a, INDArray b, INDArray c, Result result) {
    Nd4j.gemm(a, b, c, true, false, 1, result.beta);
  }
}
