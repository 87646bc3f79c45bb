package io.github.molweave.trainer.corpus;

import java.util.Set;

/**
 * What a cleaned corpus may contain.
 *
 * @param minLength fewest tokens, 1 or more
 * @param maxLength most tokens, at least {@code minLength}
 * @param elements the only elements, as in the periodic table; empty for all. Hydrogen inside
 *     brackets is not asked about
 * @param fragments whether salts and mixtures may stay
 */
public record CleaningSettings(
    int minLength, int maxLength, Set<String> elements, Fragments fragments) {

  /** How many molecules one SMILES may describe. */
  public enum Fragments {
    /** Any number, separated by dots. */
    ANY,
    /** Exactly one. */
    ONE
  }

  /** Checks the ranges and copies. */
  public CleaningSettings {
    if (minLength < 1 || maxLength < minLength) {
      throw new IllegalArgumentException(
          "lengths must be 1 <= min-length <= max-length, not " + minLength + ".." + maxLength);
    }
    for (String element : elements) {
      if (!element.equals(SmilesSymbols.elementOf("[" + element + "]"))) {
        throw new IllegalArgumentException("there is no element '" + element + "'");
      }
    }
    elements = Set.copyOf(elements);
  }
}
