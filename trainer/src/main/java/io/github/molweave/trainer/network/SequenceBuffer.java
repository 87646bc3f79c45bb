package io.github.molweave.trainer.network;

import java.util.HashMap;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * A preallocated array [T * B, width] in time-major rows, with its blocks of steps as views. Making
 * a view costs more than a small operation on it, and there are thousands in a step, so each is
 * made once. A block of whole rows is contiguous, which ND4J's gemm demands of a result.
 */
final class SequenceBuffer {
  private final INDArray rows;
  private final int batchSize;
  private final Map<Integer, INDArray> views = new HashMap<>();

  SequenceBuffer(DataType type, int steps, int batchSize, int width) {
    this.rows = Nd4j.zeros(type, (long) steps * batchSize, width);
    this.batchSize = batchSize;
  }

  /** The rows of step {@code step}: [B, width]. */
  INDArray at(int step) {
    return steps(step, step + 1);
  }

  /** The rows of the first {@code count} steps: [count * B, width]. */
  INDArray first(int count) {
    return steps(0, count);
  }

  /** The rows of steps {@code from} (included) to {@code to} (excluded). */
  INDArray steps(int from, int to) {
    return views.computeIfAbsent(from * 65536 + to, key -> view(from, to));
  }

  private INDArray view(int from, int to) {
    return rows.get(
        NDArrayIndex.interval((long) from * batchSize, (long) to * batchSize), NDArrayIndex.all());
  }
}
