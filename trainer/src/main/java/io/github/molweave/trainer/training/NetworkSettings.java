package io.github.molweave.trainer.training;

import io.github.molweave.network.Architecture;
import io.github.molweave.network.CellKind;

/**
 * The network of a run.
 *
 * @param cell the recurrent cell
 * @param layers number of recurrent layers
 * @param hidden units per layer
 * @param embedding size of a token's embedding
 * @param dropout the part of the numbers between two layers that is set to 0 while learning, 0
 *     &lt;= dropout &lt; 1
 */
public record NetworkSettings(
    CellKind cell, int layers, int hidden, int embedding, double dropout) {

  /** Checks every range. */
  public NetworkSettings {
    new Architecture(cell, 1, embedding, hidden, layers);
    if (!(dropout >= 0 && dropout < 1)) {
      throw new IllegalArgumentException("dropout must be at least 0 and below 1, not " + dropout);
    }
  }

  /** A network without dropout. */
  public static NetworkSettings plain(CellKind cell, int layers, int hidden, int embedding) {
    return new NetworkSettings(cell, layers, hidden, embedding, 0);
  }
}
