package io.github.molweave.trainer.spelling;

import java.util.Random;

/**
 * Another spelling of a molecule: its atoms begin anywhere and go round rings either way.
 *
 * <p>Accuracy: {@code RandomSpellingTest} holds spellings to RDKit's judgement that they are the
 * same molecule, stereo centres and double bonds included.
 *
 * <p>Determinism: a function of the molecule's text and the seed.
 */
public final class RandomSpelling {
  private RandomSpelling() {}

  /**
   * A spelling of {@code molecule}.
   *
   * @return null when it needs more than 99 ring numbers at once
   */
  public static String of(SpelledMolecule molecule, long seed) {
    // java.util.Random is specified to the bit, so the order is the same on every Java.
    Random random = new Random(SplitMix.mixed(seed));
    int[] rank = new int[molecule.size()];
    for (int i = 0; i < rank.length; i++) {
      int other = random.nextInt(i + 1);
      rank[i] = rank[other];
      rank[other] = i;
    }
    return SpellingWriter.write(molecule, rank);
  }
}
