package io.github.molweave.similarity;

import io.github.molweave.chemistry.CanonicalForm;
import io.github.molweave.chemistry.Molecule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The different molecules of a collection, numbered from 0 in the order in which they came. Two
 * spellings of one molecule, by its canonical form, are one entry.
 */
public final class DistinctMolecules {
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<Fingerprint> fingerprints = new ArrayList<>();

  /**
   * The likest other molecule.
   *
   * @param number its number
   * @param similarity the Tanimoto coefficient, 0..1
   */
  public record Nearest(int number, double similarity) {}

  /**
   * Adds a molecule unless it is there.
   *
   * @return its number: {@link #size} as it was before when the molecule is new
   */
  public int add(Molecule molecule) {
    int fresh = fingerprints.size();
    Integer known = numbers.putIfAbsent(CanonicalForm.of(molecule).idcode(), fresh);
    if (known != null) {
      return known;
    }
    fingerprints.add(Fingerprint.of(molecule));
    return fresh;
  }

  /** How many different molecules there are. */
  public int size() {
    return fingerprints.size();
  }

  /**
   * The molecule that is likest to another one, the earliest of equals.
   *
   * @param number 0..size-1
   * @return null when there is no other
   * @throws IndexOutOfBoundsException when there is no such number
   */
  public Nearest nearest(int number) {
    if (number < 0 || number >= fingerprints.size()) {
      throw new IndexOutOfBoundsException("there is no molecule " + number);
    }
    Fingerprint mine = fingerprints.get(number);
    Nearest nearest = null;
    for (int other = 0; other < fingerprints.size(); other++) {
      double similarity = other == number ? -1 : mine.tanimoto(fingerprints.get(other));
      if (other != number && (nearest == null || similarity > nearest.similarity())) {
        nearest = new Nearest(other, similarity);
      }
    }
    return nearest;
  }
}
