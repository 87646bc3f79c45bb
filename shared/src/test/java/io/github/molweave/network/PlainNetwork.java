package io.github.molweave.network;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.modelfile.Tensor;

/**
 * The network as the textbook has it: float weights, double sums, the host's functions, no
 * quantisation, no table, one unit at a time. Slow and independent.
 */
final class PlainNetwork {
  private final ModelFile file;
  private final double[][] h;
  private final double[][] c;
  private final HiddenUnit clamped;

  PlainNetwork(ModelFile file) {
    this(file, null);
  }

  /** With {@code clamped} zero after every step; null for none. */
  PlainNetwork(ModelFile file, HiddenUnit clamped) {
    this.file = file;
    this.clamped = clamped;
    Architecture sizes = file.architecture();
    h = new double[sizes.layers()][sizes.hiddenSize()];
    c = new double[sizes.layers()][sizes.hiddenSize()];
  }

  double[] step(int token) {
    Architecture sizes = file.architecture();
    float[] embedding = floats("embedding.weight");
    double[] x = new double[sizes.embeddingSize()];
    for (int i = 0; i < x.length; i++) {
      x[i] = embedding[token * x.length + i];
    }
    for (int layer = 0; layer < sizes.layers(); layer++) {
      double[] next = new double[sizes.hiddenSize()];
      double[] nextCell = new double[sizes.hiddenSize()];
      for (int unit = 0; unit < next.length; unit++) {
        switch (sizes.cell()) {
          case GRU_RESET_AFTER, GRU_RESET_BEFORE -> next[unit] = gru(layer, unit, x);
          case LSTM -> {
            double i = sigmoid(both(layer, unit, 0, x));
            double f = sigmoid(both(layer, unit, 1, x));
            double g = Math.tanh(both(layer, unit, 2, x));
            double o = sigmoid(both(layer, unit, 3, x));
            nextCell[unit] = f * c[layer][unit] + i * g;
            next[unit] = o * Math.tanh(nextCell[unit]);
          }
        }
      }
      if (clamped != null && clamped.layer() == layer) {
        next[clamped.unit()] = 0;
      }
      h[layer] = next;
      c[layer] = nextCell;
      x = next;
    }
    double[] logits = new double[sizes.vocabularySize()];
    for (int id = 0; id < logits.length; id++) {
      logits[id] = row("output.weight", "output.bias", id, x);
    }
    return logits;
  }

  private double gru(int layer, int unit, double[] x) {
    double[] before = h[layer];
    double z = sigmoid(both(layer, unit, 1, x));
    double fromInput = input(layer, unit, 2, x);
    double n;
    if (file.architecture().cell() == CellKind.GRU_RESET_AFTER) {
      double r = sigmoid(both(layer, unit, 0, x));
      n = Math.tanh(fromInput + r * hidden(layer, unit, 2, before));
    } else {
      double[] reset = new double[before.length];
      for (int other = 0; other < reset.length; other++) {
        reset[other] = sigmoid(both(layer, other, 0, x)) * before[other];
      }
      n = Math.tanh(fromInput + hidden(layer, unit, 2, reset));
    }
    return (1 - z) * n + z * before[unit];
  }

  private double both(int layer, int unit, int gate, double[] x) {
    return input(layer, unit, gate, x) + hidden(layer, unit, gate, h[layer]);
  }

  private double input(int layer, int unit, int gate, double[] x) {
    int row = gate * file.architecture().hiddenSize() + unit;
    return row("rnn.weight_ih_l" + layer, "rnn.bias_ih_l" + layer, row, x);
  }

  private double hidden(int layer, int unit, int gate, double[] values) {
    int row = gate * file.architecture().hiddenSize() + unit;
    return row("rnn.weight_hh_l" + layer, "rnn.bias_hh_l" + layer, row, values);
  }

  private double row(String weight, String bias, int row, double[] x) {
    float[] weights = floats(weight);
    double sum = floats(bias)[row];
    for (int i = 0; i < x.length; i++) {
      sum += (double) weights[row * x.length + i] * x[i];
    }
    return sum;
  }

  private float[] floats(String name) {
    return ((Tensor.F32) file.tensors().get(name)).values();
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
