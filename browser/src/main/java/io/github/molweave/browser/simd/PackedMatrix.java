package io.github.molweave.browser.simd;

import io.github.molweave.network.Parameters;
import io.github.molweave.numeric.FixedPoint;

/**
 * A weight matrix in the order in which the kernel reads it: {@code memory.wat} describes it. Rows
 * come in bands of the same height, one for each gate, and each band is padded with zeros.
 */
final class PackedMatrix {
  /** Rows that lie together, and what sizes are padded to. */
  private static final int PANEL = 16;

  private final int width;

  /** [rows / 2] of two factors and two biases. */
  private final double[] scales;

  /** [rows / 16][width / 2][16][2] */
  private final byte[] weights;

  /** Zeros: {@code bands} of {@code height} rows each, before padding, and {@code columns}. */
  PackedMatrix(int bands, int height, int columns) {
    width = padded(columns);
    int rows = bands * padded(height);
    scales = new double[2 * rows];
    weights = new byte[rows * width];
  }

  /** {@code size} rounded up to whole panels. */
  static int padded(int size) {
    return (size + PANEL - 1) / PANEL * PANEL;
  }

  /** How many bytes a matrix of {@code rows} by {@code columns} takes, both padded already. */
  static int bytes(int rows, int columns) {
    return rows * (columns + 2 * Double.BYTES);
  }

  /**
   * Copies {@code bands} bands of the tensor {@code weight} [rows, columns], from {@code firstBand}
   * on, with their scales and the biases of {@code bias} [rows].
   */
  static PackedMatrix of(
      Parameters parameters,
      String weight,
      String bias,
      int rows,
      int columns,
      int height,
      int firstBand,
      int bands) {
    byte[] values = parameters.bytes(weight, rows, columns);
    float[] scale = parameters.scales(weight, rows);
    float[] addend = parameters.floats(bias, rows);
    PackedMatrix packed = new PackedMatrix(bands, height, columns);
    for (int band = 0; band < bands; band++) {
      for (int i = 0; i < height; i++) {
        int from = (firstBand + band) * height + i;
        int to = band * padded(height) + i;
        packed.scale(to, scale[from] / (double) FixedPoint.ONE, addend[from]);
        packed.row(to, values, from * columns, columns);
      }
    }
    return packed;
  }

  private void scale(int row, double factor, double bias) {
    int pair = row / 2 * 4;
    scales[pair + row % 2] = factor;
    scales[pair + 2 + row % 2] = bias;
  }

  private void row(int row, byte[] values, int from, int columns) {
    int to = row / PANEL * PANEL * width + row % PANEL * 2;
    for (int column = 0; column < columns; column++) {
      weights[to] = values[from + column];
      to += column % 2 == 0 ? 1 : 2 * PANEL - 1;
    }
  }

  /** Writes it into room of {@link #bytes} and returns the address behind. */
  int writeTo(KernelMemory memory, int address) {
    memory.write(address, scales);
    int behindScales = address + scales.length * Double.BYTES;
    memory.write(behindScales, weights);
    return behindScales + weights.length;
  }
}
