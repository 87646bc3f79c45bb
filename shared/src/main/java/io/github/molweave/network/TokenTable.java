package io.github.molweave.network;

/**
 * What the first layer gets from each token, worked out once: W_ih embedding(v) + b_ih for every
 * token v, so that a step looks up a row instead of multiplying.
 *
 * <p>Determinism: per entry q[0] * e[0] + q[1] * e[1] + ... in this order, in double, from 0; then
 * times the scale of the row; then plus the bias.
 */
public final class TokenTable {
  /** [V][gates * H] */
  private final double[][] rows;

  /** Works all rows out: V * gates * H * E products. */
  public TokenTable(Parameters parameters) {
    Architecture sizes = parameters.architecture();
    int inputs = sizes.embeddingSize();
    int gateRows = sizes.gateRows();
    float[] embedding = parameters.floats("embedding.weight", sizes.vocabularySize(), inputs);
    byte[] weights = parameters.bytes("rnn.weight_ih_l0", gateRows, inputs);
    float[] scales = parameters.scales("rnn.weight_ih_l0", gateRows);
    float[] biases = parameters.floats("rnn.bias_ih_l0", gateRows);
    rows = new double[sizes.vocabularySize()][gateRows];
    double[] embedded = new double[inputs];
    for (int token = 0; token < rows.length; token++) {
      for (int input = 0; input < inputs; input++) {
        embedded[input] = embedding[token * inputs + input];
      }
      double[] filled = rows[token];
      for (int row = 0; row < gateRows; row++) {
        int weight = row * inputs;
        double sum = 0;
        for (double value : embedded) {
          sum += weights[weight++] * value;
        }
        filled[row] = sum * scales[row] + biases[row];
      }
    }
  }

  /** [gates * H], to be read only. */
  public double[] row(int token) {
    return rows[token];
  }
}
