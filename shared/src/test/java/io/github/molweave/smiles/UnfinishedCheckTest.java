package io.github.molweave.smiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.tokens.SmilesTokenizer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnfinishedCheckTest {
  private final GrowingMolecule molecule = new GrowingMolecule();
  private SmilesToken[] tokens;
  private int molecules;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "C c n o 1 2 ( ) =",
        "C c s [nH] 1 ( ) = #",
        "c [n+] [H] N 1 2 - .",
        "c p [o+] O 1 = ( )",
        "c * [c-] n 1 2 :"
      })
  void neverDespairsOfTheBeginningOfAMolecule(String vocabulary) {
    tokens =
        Arrays.stream(vocabulary.split(" ", -1)).map(SmilesToken::of).toArray(SmilesToken[]::new);
    beginsAMolecule("", 6);
    assertTrue(molecules > 20, molecules + " molecules");
  }

  private boolean beginsAMolecule(String text, int left) {
    boolean may = molecule.mayStillFinish();
    boolean begins = molecule.finish() == null;
    molecules += begins ? 1 : 0;
    for (int at = 0; at < tokens.length && left > 0; at++) {
      int mark = molecule.mark();
      if (molecule.append(tokens[at]) == null) {
        begins |= beginsAMolecule(text + tokens[at], left - 1);
        molecule.backTo(mark);
      }
    }
    assertTrue(may || !begins, text);
    return begins;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // An atom without a ring behind, an odd ring without a way out, a bridge to no ring.
        "Ccc",
        "C(c)",
        "Cc(C)C",
        "c1cccc1C",
        "c1ccc(n1)C",
        "c1ccccc1.c."
      })
  void seesWhereNoEndingHelps(String text) {
    assertFalse(after(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Cc",
        "Cc(c",
        "c1cccc1",
        "c1ccc(n1)",
        "c1ccc2c(c1)",
        "c1ccccc1.c",
        "c1cn",
        "c1c[nH]"
      })
  void keepsHopeWhereSomeEndingHelps(String text) {
    assertTrue(after(text));
  }

  @Test
  void changesNothing() {
    assertTrue(after("c1ccc2c(c1"));
    for (String token : SmilesTokenizer.split(")cccc2")) {
      assertEquals(null, molecule.append(SmilesToken.of(token)));
    }
    assertEquals(null, molecule.finish());
    assertEquals(10, molecule.atomCount());
    assertEquals(2, molecule.graph.degree[9]);
  }

  private boolean after(String text) {
    for (String token : SmilesTokenizer.split(text)) {
      assertEquals(null, molecule.append(SmilesToken.of(token)), token);
    }
    return molecule.mayStillFinish();
  }
}
