package io.github.molweave.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.smiles.Smiles;
import io.github.molweave.smiles.Validity;
import io.github.molweave.tokens.Vocabulary;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Over small vocabularies every text can be judged, so that every answer of the mask can be. */
class ExhaustiveMaskTest {
  private final Set<String> beginnings = new HashSet<>();
  private String[] tokens;
  private Vocabulary vocabulary;
  private int maxLength;
  private int texts;
  private int reached;
  private int wronglyRefused;

  @Test
  void ofCarbonsAndNitrogensItReachesEveryMolecule() {
    count(6, "C", "c", "n", "1", "(", ")", "=", "[nH]");
    assertEquals(415, texts);
    assertEquals(texts, reached);
    assertEquals(0, wronglyRefused);
  }

  @Test
  void ofFragmentsAndChargesItReachesNearlyEveryMolecule() {
    count(6, "C", "c", "s", "1", "2", "(", ")", ".", "[O-]");
    assertTrue(reached >= texts * 0.97, reached + " of " + texts);
  }

  /** Fails where the mask allows what leads nowhere or misjudges an end. */
  private void count(int length, String... spellings) {
    tokens = spellings;
    vocabulary = Vocabularies.of(spellings);
    maxLength = length;
    collect("", 0);
    compare("", 0, Vocabularies.mask(length, spellings));
  }

  private boolean collect(String text, int length) {
    boolean begins = isMolecule(text);
    texts += begins ? 1 : 0;
    for (int at = 0; at < tokens.length && length < maxLength; at++) {
      begins |= collect(text + tokens[at], length + 1);
    }
    if (begins) {
      beginnings.add(text);
    }
    return begins;
  }

  private static boolean isMolecule(String text) {
    return Smiles.check(text) instanceof Validity.Valid;
  }

  private void compare(String text, int length, MoleculeMask mask) {
    boolean ends = mask.allows(vocabulary.end());
    assertEquals(isMolecule(text), ends, text);
    reached += ends ? 1 : 0;
    for (String token : tokens) {
      int id = vocabulary.id(token);
      boolean right = length < maxLength && beginnings.contains(text + token);
      if (mask.allows(id)) {
        assertTrue(right, text + token + " leads nowhere");
        MoleculeMask next = mask.copy();
        next.append(id);
        compare(text + token, length + 1, next);
      } else if (right) {
        wronglyRefused++;
      }
    }
  }
}
