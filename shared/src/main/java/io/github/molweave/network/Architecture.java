package io.github.molweave.network;

/**
 * The sizes that fix the shape of every tensor of a network.
 *
 * @param cell the recurrent cell
 * @param vocabularySize V, number of tokens, 1..{@value #MAX_VOCABULARY}
 * @param embeddingSize E, 1..{@value #MAX_EMBEDDING}
 * @param hiddenSize H, units per layer, 1..{@value #MAX_HIDDEN}: with more, a 32-bit sum of
 *     products could overflow (1024 * 127 * 16384 is just below 2^31)
 * @param layers L, number of recurrent layers, 1..{@value #MAX_LAYERS}
 */
public record Architecture(
    CellKind cell, int vocabularySize, int embeddingSize, int hiddenSize, int layers) {

  /** Largest vocabulary, far above any SMILES or SELFIES alphabet. */
  public static final int MAX_VOCABULARY = 4096;

  /** Largest embedding. */
  public static final int MAX_EMBEDDING = 1024;

  /** Largest hidden state for which the exact 32-bit dot product cannot overflow. */
  public static final int MAX_HIDDEN = 1024;

  /** Most recurrent layers. */
  public static final int MAX_LAYERS = 8;

  /** Checks every size against its range. */
  public Architecture {
    if (cell == null) {
      throw new IllegalArgumentException("cell is missing");
    }
    check("vocabulary size", vocabularySize, MAX_VOCABULARY);
    check("embedding size", embeddingSize, MAX_EMBEDDING);
    check("hidden size", hiddenSize, MAX_HIDDEN);
    check("number of layers", layers, MAX_LAYERS);
  }

  private static void check(String what, int value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(what + " must be 1.." + most + ", not " + value);
    }
  }

  /** Rows of a recurrent weight matrix: gates * H. */
  public int gateRows() {
    return cell.gates() * hiddenSize;
  }

  /** Rows of H numbers that a molecule keeps: h of each layer, and for an LSTM c of each. */
  public int stateRows() {
    return cell == CellKind.LSTM ? 2 * layers : layers;
  }

  /** Inputs of layer {@code layer}: E for the first, H for the others. */
  public int inputSize(int layer) {
    return layer == 0 ? embeddingSize : hiddenSize;
  }
}
