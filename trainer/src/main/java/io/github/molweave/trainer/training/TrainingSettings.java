package io.github.molweave.trainer.training;

import io.github.molweave.network.Architecture;
import io.github.molweave.network.CellKind;

/**
 * Every knob of a run. Two runs with equal settings, corpus and machine end in equal weights.
 *
 * @param cell the recurrent cell
 * @param layers number of recurrent layers
 * @param hidden units per layer
 * @param embedding size of a token's embedding
 * @param epochs passes over the corpus, at least 1
 * @param batchSize molecules a step, 1..4096
 * @param learningRate Adam's step size at its highest, 0 < lr <= 1
 * @param clipNorm the gradient's Euclidean norm is scaled down to this, > 0
 * @param maxLength most tokens of a molecule, END not counted, 1..1000
 * @param seed decides the first weights and the order of the batches
 */
public record TrainingSettings(
    CellKind cell,
    int layers,
    int hidden,
    int embedding,
    int epochs,
    int batchSize,
    double learningRate,
    double clipNorm,
    int maxLength,
    long seed) {

  /** Checks every range. */
  public TrainingSettings {
    new Architecture(cell, 1, embedding, hidden, layers);
    inRange("epochs", epochs, 1, 100_000);
    inRange("batch", batchSize, 1, 4096);
    inRange("max-length", maxLength, 1, 1000);
    if (!(learningRate > 0 && learningRate <= 1)) {
      throw new IllegalArgumentException("lr must be above 0 and at most 1, not " + learningRate);
    }
    if (!(clipNorm > 0)) {
      throw new IllegalArgumentException("clip must be above 0, not " + clipNorm);
    }
  }

  private static void inRange(String what, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          what + " must be " + least + ".." + most + ", not " + value);
    }
  }

  /** The network's sizes for a vocabulary of {@code vocabularySize} tokens. */
  public Architecture architecture(int vocabularySize) {
    return new Architecture(cell, vocabularySize, embedding, hidden, layers);
  }
}
