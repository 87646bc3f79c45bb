package io.github.molweave.trainer.network;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What happens number by number between the products of a layer: activations, the new state, and
 * their derivatives. {@link ArrayFunctions} does it by ND4J's operations, in single or double
 * precision and on any device of ND4J; {@link FloatFunctions} in one pass over each row, on the
 * CPU.
 */
interface GateFunctions {
  /** For a GRU layer of the reset-after form. */
  Gru gru(GruState state);

  /** For a GRU layer of the reset-before form. */
  GruResetBefore gruResetBefore(GruResetBeforeState state);

  /** For an LSTM layer. */
  Lstm lstm(LstmState state);

  /** Equations in {@link GruLayer}. */
  interface Gru {
    /**
     * Takes the biases of the next passes.
     *
     * @param gates of r and z, b_ih + b_hh [1, 2H]
     * @param input b_in [1, H]
     * @param recurrent b_hn [1, H]
     */
    void biases(INDArray gates, INDArray input, INDArray recurrent);

    /** From the pre-activations and products of step t to r, z, n, q and the next state. */
    void forward(int t);

    /** Replaces r, z, n, q of step t by their gradients; adds dh' * z to the step before. */
    void backward(int t);
  }

  /** Equations in {@link GruResetBeforeLayer}. */
  interface GruResetBefore {
    /**
     * Takes the biases of the next passes.
     *
     * @param gates of r and z, b_ih + b_hh [1, 2H]
     * @param candidate b_in + b_hn [1, H]
     */
    void biases(INDArray gates, INDArray candidate);

    /** From pre-activations and products to r, z and r * h. */
    void gates(int t);

    /** From the product with r * h to n and the next state. */
    void candidate(int t);

    /** Replaces z and n by their gradients; adds dh' * z to the step before. */
    void candidateBackward(int t);

    /** Replaces r by its gradient, given that of r * h; adds to the step before. */
    void resetBackward(int t);
  }

  /** Equations in {@link LstmLayer}. */
  interface Lstm {
    /**
     * Takes the biases of the next passes.
     *
     * @param gates b_ih + b_hh [1, 4H]
     */
    void biases(INDArray gates);

    /** From the pre-activations and products of step t to the gates and the next state. */
    void forward(int t);

    /**
     * Replaces the gates of step t by their gradients and the cell's gradient by the one before.
     */
    void backward(int t);
  }

  /**
   * The arrays of a reset-after GRU layer.
   *
   * @param resetUpdate pre-activations, then r and z, then their gradients [T, B, 2H]
   * @param candidate pre-activations, then n, then its gradient [T, B, H]
   * @param recurrent W_hn h, then q, then its gradient [T, B, H]
   * @param products W_hr h and W_hz h of one step [B, 2H]
   * @param hidden h before and after each step [T + 1, B, H]
   * @param hiddenGradient dL/dh after each step [T, B, H]
   */
  record GruState(
      SequenceBuffer resetUpdate,
      SequenceBuffer candidate,
      SequenceBuffer recurrent,
      SequenceBuffer products,
      SequenceBuffer hidden,
      SequenceBuffer hiddenGradient) {}

  /**
   * The arrays of a reset-before GRU layer.
   *
   * @param resetUpdate pre-activations, then r and z, then their gradients [T, B, 2H]
   * @param candidate pre-activations, then n, then its gradient [T, B, H]
   * @param resetHidden r * h [T, B, H]
   * @param products W_hr h and W_hz h of one step [B, 2H]
   * @param resetProducts W_hn (r * h) of one step, later the gradient of r * h [B, H]
   * @param hidden h before and after each step [T + 1, B, H]
   * @param hiddenGradient dL/dh after each step [T, B, H]
   */
  record GruResetBeforeState(
      SequenceBuffer resetUpdate,
      SequenceBuffer candidate,
      SequenceBuffer resetHidden,
      SequenceBuffer products,
      SequenceBuffer resetProducts,
      SequenceBuffer hidden,
      SequenceBuffer hiddenGradient) {}

  /**
   * The arrays of an LSTM layer.
   *
   * @param gates pre-activations, then i, f, g, o, then their gradients [T, B, 4H]
   * @param products W_hh h of one step [B, 4H]
   * @param cell c before and after each step [T + 1, B, H]
   * @param cellGradient dL/dc of the present step, 0 at first [B, H]
   * @param hidden h before and after each step [T + 1, B, H]
   * @param hiddenGradient dL/dh after each step [T, B, H]
   */
  record LstmState(
      SequenceBuffer gates,
      SequenceBuffer products,
      SequenceBuffer cell,
      SequenceBuffer cellGradient,
      SequenceBuffer hidden,
      SequenceBuffer hiddenGradient) {}
}
