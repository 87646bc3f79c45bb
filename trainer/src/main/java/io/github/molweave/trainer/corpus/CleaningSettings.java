package io.github.molweave.trainer.corpus;

import io.github.molweave.smiles.SmilesToken;
import java.util.Set;

/**
 * What a cleaned corpus may contain.
 *
 * @param minLength fewest tokens, 1 or more
 * @param maxLength most tokens, at least {@code minLength}
 * @param elements the only elements, as in the periodic table; empty for all. Hydrogen inside
 *     brackets is not asked about
 * @param fragments what becomes of salts and mixtures
 * @param writing how what is kept is written
 */
public record CleaningSettings(
    int minLength, int maxLength, Set<String> elements, Fragments fragments, Writing writing) {

  /** How many molecules one SMILES may describe. */
  public enum Fragments {
    /** Any number, separated by dots. */
    ANY,
    /** Exactly one. */
    ONE,
    /** The largest is kept, with the charges it has. */
    LARGEST
  }

  /** How molecules are written. */
  public enum Writing {
    /** As they were read. */
    AS_READ,
    /** With their atoms in canonical order. */
    CANONICAL
  }

  /** Checks the ranges and copies. */
  public CleaningSettings {
    if (minLength < 1 || maxLength < minLength) {
      throw new IllegalArgumentException(
          "lengths must be 1 <= min-length <= max-length, not " + minLength + ".." + maxLength);
    }
    for (String element : elements) {
      if (!element.equals(elementOf("[" + element + "]"))) {
        throw new IllegalArgumentException("there is no element '" + element + "'");
      }
    }
    elements = Set.copyOf(elements);
  }

  /** Molecules written as they were read. */
  public CleaningSettings(int minLength, int maxLength, Set<String> elements, Fragments fragments) {
    this(minLength, maxLength, elements, fragments, Writing.AS_READ);
  }

  /** Whether {@code token} is no atom, or one of an element that may stay. */
  boolean allows(String token) {
    String element = elementOf(token);
    return element == null || elements.isEmpty() || elements.contains(element);
  }

  private static String elementOf(String token) {
    SmilesToken read = SmilesToken.of(token);
    return read == null ? null : read.elementSymbol();
  }
}
