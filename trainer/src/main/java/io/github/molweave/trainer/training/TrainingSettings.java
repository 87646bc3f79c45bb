package io.github.molweave.trainer.training;

import io.github.molweave.network.Architecture;

/**
 * Every knob of a run. Two runs with equal settings, corpus and machine end in equal weights.
 *
 * @param network cell, sizes and dropout
 * @param optimiser step sizes, clipping and weight decay
 * @param epochs most passes over the corpus, at least 1
 * @param patience the run ends after so many epochs without a better validation, 0..100,000; 0 for
 *     never
 * @param batchSize molecules a step, 1..4096
 * @param maxLength most tokens of a molecule, END not counted, 1..1000
 * @param seed decides the first weights, the order of the batches and what dropout takes
 */
public record TrainingSettings(
    NetworkSettings network,
    OptimiserSettings optimiser,
    int epochs,
    int patience,
    int batchSize,
    int maxLength,
    long seed) {
  private static final int MOST_EPOCHS = 100_000;

  /** Checks every range. */
  public TrainingSettings {
    inRange("epochs", epochs, 1, MOST_EPOCHS);
    inRange("patience", patience, 0, MOST_EPOCHS);
    inRange("batch", batchSize, 1, 4096);
    inRange("max-length", maxLength, 1, 1000);
  }

  private static void inRange(String what, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          what + " must be " + least + ".." + most + ", not " + value);
    }
  }

  /** The network's sizes for a vocabulary of {@code vocabularySize} tokens. */
  public Architecture architecture(int vocabularySize) {
    return new Architecture(
        network.cell(), vocabularySize, network.embedding(), network.hidden(), network.layers());
  }
}
