package io.github.molweave.trainer.cuda;

import io.github.molweave.network.CellKind;

/**
 * Recurrent layers that cuDNN runs as one.
 *
 * @param cell GRU that resets after, or LSTM
 * @param inputSize numbers that a step of the lowest layer is fed
 * @param hiddenSize units of each layer
 * @param layers how many, 1 or more
 */
public record StackShape(
    CellKind cell, int inputSize, int hiddenSize, int layers, Precision precision) {}
