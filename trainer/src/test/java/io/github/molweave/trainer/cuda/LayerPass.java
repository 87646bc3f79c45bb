package io.github.molweave.trainer.cuda;

import io.github.molweave.network.CellKind;
import io.github.molweave.trainer.cuda.RecurrentStack.Side;

/** One recurrent layer over a packed batch, forward and backward, by the book and in double. */
final class LayerPass {
  private final CellKind cell;
  private final Weights weights;
  private final Weights slopes;
  private final int hidden;
  private final int[] lengths;
  private final double[][] inputs;
  private final double[][] outputs;
  private final double[][] before;
  private final double[][] gates;
  private final double[][] kept;
  private final double[][] keptBefore;

  /** Matrices of all gates one below another, and their biases. */
  record Weights(double[][] input, double[][] recurrent, double[] inputBias, double[] bias) {
    static Weights zeros(int gates, int hidden, int inputs) {
      return new Weights(
          new double[gates * hidden][inputs],
          new double[gates * hidden][hidden],
          new double[gates * hidden],
          new double[gates * hidden]);
    }

    double[][] matrix(Side side) {
      return side == Side.INPUT ? input : recurrent;
    }

    double[] bias(Side side) {
      return side == Side.INPUT ? inputBias : bias;
    }
  }

  LayerPass(CellKind cell, Weights weights, int[] lengths, double[][] inputs) {
    this.cell = cell;
    this.weights = weights;
    this.lengths = lengths;
    this.inputs = inputs;
    this.hidden = weights.recurrent()[0].length;
    this.slopes = Weights.zeros(cell.gates(), hidden, weights.input()[0].length);
    int rows = inputs.length;
    outputs = new double[rows][hidden];
    before = new double[rows][];
    gates = new double[rows][];
    kept = new double[rows][hidden];
    keptBefore = new double[rows][];
    double[] zeros = new double[hidden];
    for (int t = 0, n = 0; t < lengths[0]; t++) {
      for (int b = 0; b < active(t); b++, n++) {
        int previous = t == 0 ? -1 : n - active(t - 1);
        before[n] = t == 0 ? zeros : outputs[previous];
        keptBefore[n] = t == 0 ? zeros : kept[previous];
        step(n);
      }
    }
  }

  private int active(int t) {
    int count = 0;
    for (int length : lengths) {
      count += length > t ? 1 : 0;
    }
    return count;
  }

  double[][] inputs() {
    return inputs;
  }

  double[][] outputs() {
    return outputs;
  }

  Weights slopes() {
    return slopes;
  }

  /** Keeps activations; for the GRU, in {@code kept}, the recurrent part of the new state. */
  private void step(int n) {
    double[] in = times(weights.input(), weights.inputBias(), inputs[n]);
    double[] back = times(weights.recurrent(), weights.bias(), before[n]);
    double[] g = new double[cell.gates() * hidden];
    for (int j = 0; j < hidden; j++) {
      if (cell == CellKind.LSTM) {
        int o = 3 * hidden + j;
        g[j] = sigmoid(in[j] + back[j]);
        g[hidden + j] = sigmoid(in[hidden + j] + back[hidden + j]);
        g[2 * hidden + j] = Math.tanh(in[2 * hidden + j] + back[2 * hidden + j]);
        g[o] = sigmoid(in[o] + back[o]);
        kept[n][j] = g[hidden + j] * keptBefore[n][j] + g[j] * g[2 * hidden + j];
        outputs[n][j] = g[o] * Math.tanh(kept[n][j]);
      } else {
        g[j] = sigmoid(in[j] + back[j]);
        g[hidden + j] = sigmoid(in[hidden + j] + back[hidden + j]);
        kept[n][j] = back[2 * hidden + j];
        g[2 * hidden + j] = Math.tanh(in[2 * hidden + j] + g[j] * kept[n][j]);
        outputs[n][j] = (1 - g[hidden + j]) * g[2 * hidden + j] + g[hidden + j] * before[n][j];
      }
    }
    gates[n] = g;
  }

  /** From slopes by outputs to slopes by inputs; adds up those by weights. */
  double[][] backward(double[][] outputSlopes) {
    double[][] inputSlopes = new double[inputs.length][];
    double[][] state = new double[lengths.length][hidden];
    double[][] memory = new double[lengths.length][hidden];
    int n = inputs.length;
    for (int t = lengths[0] - 1; t >= 0; t--) {
      for (int b = active(t) - 1; b >= 0; b--) {
        n--;
        double[] in = new double[cell.gates() * hidden];
        double[] back = new double[cell.gates() * hidden];
        for (int j = 0; j < hidden; j++) {
          double dh = outputSlopes[n][j] + state[b][j];
          state[b][j] =
              cell == CellKind.LSTM
                  ? backLstm(n, j, dh, memory[b], in, back)
                  : backGru(n, j, dh, in, back);
        }
        addOuter(slopes.input(), slopes.inputBias(), in, inputs[n]);
        addOuter(slopes.recurrent(), slopes.bias(), back, before[n]);
        inputSlopes[n] = timesTurned(weights.input(), in, new double[inputs[n].length]);
        timesTurned(weights.recurrent(), back, state[b]);
      }
    }
    return inputSlopes;
  }

  private double backGru(int n, int j, double dh, double[] in, double[] back) {
    double r = gates[n][j];
    double z = gates[n][hidden + j];
    double fresh = gates[n][2 * hidden + j];
    double df = dh * (1 - z) * (1 - fresh * fresh);
    in[2 * hidden + j] = df;
    back[2 * hidden + j] = df * r;
    in[j] = df * kept[n][j] * r * (1 - r);
    back[j] = in[j];
    in[hidden + j] = dh * (before[n][j] - fresh) * z * (1 - z);
    back[hidden + j] = in[hidden + j];
    return dh * z;
  }

  private double backLstm(int n, int j, double dh, double[] memory, double[] in, double[] back) {
    double i = gates[n][j];
    double f = gates[n][hidden + j];
    double g = gates[n][2 * hidden + j];
    double o = gates[n][3 * hidden + j];
    double squashed = Math.tanh(kept[n][j]);
    double dc = memory[j] + dh * o * (1 - squashed * squashed);
    in[j] = dc * g * i * (1 - i);
    in[hidden + j] = dc * keptBefore[n][j] * f * (1 - f);
    in[2 * hidden + j] = dc * i * (1 - g * g);
    in[3 * hidden + j] = dh * squashed * o * (1 - o);
    for (int gate = 0; gate < 4; gate++) {
      back[gate * hidden + j] = in[gate * hidden + j];
    }
    memory[j] = dc * f;
    return 0;
  }

  private static double[] times(double[][] matrix, double[] bias, double[] vector) {
    double[] result = bias.clone();
    for (int row = 0; row < matrix.length; row++) {
      for (int k = 0; k < vector.length; k++) {
        result[row] += matrix[row][k] * vector[k];
      }
    }
    return result;
  }

  private static double[] timesTurned(double[][] matrix, double[] vector, double[] onto) {
    for (int row = 0; row < matrix.length; row++) {
      for (int k = 0; k < onto.length; k++) {
        onto[k] += matrix[row][k] * vector[row];
      }
    }
    return onto;
  }

  private static void addOuter(double[][] matrix, double[] bias, double[] rows, double[] columns) {
    for (int row = 0; row < matrix.length; row++) {
      for (int k = 0; k < columns.length; k++) {
        matrix[row][k] += rows[row] * columns[k];
      }
      bias[row] += rows[row];
    }
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
