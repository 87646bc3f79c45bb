package io.github.molweave.trainer.network;

import io.github.molweave.trainer.batching.Batch;
import io.github.molweave.trainer.network.Gemm.Result;
import org.nd4j.linalg.api.ndarray.INDArray;

/** {@link TokenRows} as products with one-hot rows X [T * B, V], on any device of ND4J. */
final class OneHotRows implements TokenRows {
  private final SequenceBuffer oneHot;

  OneHotRows(PassSize size, int vocabulary) {
    oneHot = new SequenceBuffer(size, 0, vocabulary);
  }

  @Override
  public void load(Batch batch) {
    INDArray rows = oneHot.first(batch.steps());
    rows.assign(0);
    for (int place = 0; place < batch.inputs().length; place++) {
      rows.putScalar(place, batch.inputs()[place], 1);
    }
  }

  @Override
  public void spread(INDArray table, SequenceBuffer to, int steps) {
    Gemm.product(oneHot.first(steps), table, to.first(steps), Result.REPLACE);
  }

  @Override
  public void collect(SequenceBuffer from, int steps, INDArray table) {
    Gemm.transposedProduct(oneHot.first(steps), from.first(steps), table, Result.REPLACE);
  }
}
