package io.github.molweave.trainer.network;

import io.github.molweave.trainer.batching.Batch;
import org.nd4j.linalg.api.ndarray.INDArray;

/** {@link TokenRows} by copying and adding rows, for 32-bit numbers on the CPU. */
final class FloatTokenRows implements TokenRows {
  private Batch batch;

  @Override
  public void load(Batch batch) {
    this.batch = batch;
  }

  @Override
  public void spread(INDArray table, SequenceBuffer to, int steps) {
    int width = to.width();
    float[] values = HostCopy.readFloats(table, (int) table.length());
    FloatRows rows = new FloatRows(to);
    for (int t = 0; t < steps; t++) {
      for (int b = 0; b < batch.rows(); b++) {
        rows.write(t, b, values, token(t, b) * width);
      }
    }
  }

  @Override
  public void collect(SequenceBuffer from, int steps, INDArray table) {
    int width = from.width();
    float[] sums = new float[(int) table.length()];
    FloatRows rows = new FloatRows(from);
    for (int t = 0; t < steps; t++) {
      for (int b = 0; b < batch.activeRows(t); b++) {
        add(sums, token(t, b) * width, rows.read(t, b));
      }
    }
    HostCopy.write(sums, table);
  }

  private int token(int t, int b) {
    return batch.inputs()[t * batch.rows() + b];
  }

  private static void add(float[] sums, int from, float[] row) {
    for (int i = 0; i < row.length; i++) {
      sums[from + i] += row[i];
    }
  }
}
