package io.github.molweave.trainer.network;

import java.nio.FloatBuffer;

/**
 * A {@link SequenceBuffer} as rows that are copied to and from the Java heap one at a time: a row
 * fits the first-level cache, and loops over heap arrays become vector instructions, which loops
 * over ND4J's own memory do not.
 */
final class FloatRows {
  private final SequenceBuffer buffer;
  private final FloatBuffer memory;
  private final int width;

  /** The row that was read last, for reading and changing. */
  final float[] row;

  FloatRows(SequenceBuffer buffer) {
    this.buffer = buffer;
    this.memory = buffer.floats();
    this.width = buffer.width();
    this.row = new float[width];
  }

  /** Reads row {@code b} of step {@code t}. */
  float[] read(int t, int b) {
    memory.get(start(t, b), row);
    return row;
  }

  /** Writes {@code row} over row {@code b} of step {@code t}. */
  void write(int t, int b) {
    memory.put(start(t, b), row);
  }

  /**
   * Writes a row's width of {@code values} from {@code from} over row {@code b} of step {@code t}.
   */
  void write(int t, int b, float[] values, int from) {
    memory.put(start(t, b), values, from, width);
  }

  private int start(int t, int b) {
    return (t * buffer.rows() + b) * width;
  }
}
