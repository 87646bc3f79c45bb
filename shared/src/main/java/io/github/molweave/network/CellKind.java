package io.github.molweave.network;

/**
 * The recurrent cells that Molweave knows. The two GRU variants differ in where the reset gate acts
 * and are not interchangeable: a file trained as one gives nonsense when run as the other.
 *
 * <p>Source: Cho et al. 2014 (arXiv:1406.1078) for the reset-before form; the reset-after form as
 * in cuDNN and {@code torch.nn.GRU}; Hochreiter and Schmidhuber 1997 with forget gates as in {@code
 * torch.nn.LSTM}.
 */
public enum CellKind {
  /** Gates r, z, n; n = tanh(W_in x + b_in + r * (W_hn h + b_hn)). */
  GRU_RESET_AFTER("gru-reset-after", 3),
  /** Gates r, z, n; n = tanh(W_in x + b_in + W_hn (r * h) + b_hn). */
  GRU_RESET_BEFORE("gru-reset-before", 3),
  /** Gates i, f, g, o. */
  LSTM("lstm", 4);

  private final String id;
  private final int gates;

  CellKind(String id, int gates) {
    this.id = id;
    this.gates = gates;
  }

  /** The spelling in model files and on the command line. */
  public String id() {
    return id;
  }

  /** How many rows of {@code rnn.weight_*} each hidden unit owns: 3 or 4. */
  public int gates() {
    return gates;
  }

  /** The cell spelled {@code id}, or null when there is none. */
  public static CellKind ofId(String id) {
    for (CellKind kind : values()) {
      if (kind.id.equals(id)) {
        return kind;
      }
    }
    return null;
  }
}
