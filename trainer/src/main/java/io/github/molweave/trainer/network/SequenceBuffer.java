package io.github.molweave.trainer.network;

import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * A preallocated array [T * B, width] in time-major rows, with its blocks of steps as views. Making
 * a view costs more than a small operation on it, and there are thousands in a step, so each is
 * made once. A block of whole rows is contiguous, which ND4J's gemm demands of a result.
 */
final class SequenceBuffer {
  private final INDArray array;
  private final PassSize size;
  private final int width;
  private final Map<Rows, INDArray> views = new HashMap<>();

  private record Rows(int from, int to) {}

  /** For {@code size.longest() + moreSteps} steps. */
  SequenceBuffer(PassSize size, int moreSteps, int width) {
    this(size, Nd4j.zeros(size.type(), (long) rows(size, moreSteps), width), width);
  }

  private SequenceBuffer(PassSize size, INDArray array, int width) {
    this.size = size;
    this.array = array;
    this.width = width;
  }

  /** For one step, which every step overwrites: only {@code at(0)} may be asked for. */
  static SequenceBuffer ofOneStep(PassSize size, int width) {
    return new SequenceBuffer(size, Nd4j.zeros(size.type(), size.mostRows(), width), width);
  }

  private static int rows(PassSize size, int moreSteps) {
    return Math.multiplyExact(size.longest() + moreSteps, size.mostRows());
  }

  int width() {
    return width;
  }

  /** Molecules of the present batch, B. */
  int rows() {
    return size.rows();
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
    return views.computeIfAbsent(
        new Rows(from * size.rows(), to * size.rows()),
        rows -> array.get(NDArrayIndex.interval(rows.from, rows.to), NDArrayIndex.all()));
  }

  /** The memory itself, for a device on the CPU with 32-bit numbers. */
  FloatBuffer floats() {
    return ((FloatPointer) array.data().pointer()).asBuffer();
  }
}
