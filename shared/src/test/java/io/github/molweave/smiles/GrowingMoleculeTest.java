package io.github.molweave.smiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.molweave.tokens.SmilesTokenizer;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class GrowingMoleculeTest {
  private static final List<String> ALPHABET =
      List.of(
          "C", "N", "O", "S", "P", "Cl", "c", "n", "o", "s", "[nH]", "[N+]", "[O-]", "[C@H]", "[H]",
          "*", "(", ")", "1", "2", "%11", "=", "#", "-", ":", "/", "->", "~", ".");

  private final GrowingMolecule molecule = new GrowingMolecule();

  private void append(String smiles) {
    for (String token : SmilesTokenizer.split(smiles)) {
      assertNull(molecule.append(SmilesToken.of(token)), () -> token + " in " + smiles);
    }
  }

  @Test
  void answersQuestionsAboutAnUnfinishedMolecule() {
    append("CC(=O)c1c[nH]c(C=2");

    assertEquals(8, molecule.atomCount());
    assertEquals(7, molecule.currentAtom());
    assertEquals(1, molecule.branchDepth());
    assertEquals(6, molecule.branchAtom(0));
    assertEquals(2, molecule.openRings());
    assertEquals(3, molecule.ringAtom(1));
    assertEquals(-1, molecule.ringAtom(3));
    assertEquals(2, molecule.aromaticDegree(5));
    assertEquals(0, molecule.freeValence(5));
    assertEquals(0, molecule.freeValence(1));
    assertEquals(3, molecule.freeValence(7));
    assertEquals(SmilesProblem.BRANCH_OPEN, molecule.finish());
  }

  @Test
  void leavesTheStateUnchangedWhenATokenDoesNotFit() {
    append("C1C");
    String before = describe();

    for (String token : List.of("1", ")")) {
      assertNotNull(molecule.append(SmilesToken.of(token)));
      assertEquals(before, describe());
    }
    append("(C)(C)");
    before = describe();
    append("C");
    molecule.backTo(molecule.mark() - 1);
    append("=");
    assertEquals(SmilesProblem.VALENCE, molecule.append(SmilesToken.of("C")));
    molecule.backTo(molecule.mark() - 1);
    assertEquals(before, describe());
  }

  @Test
  void refusesAMarkThatWasNeverReached() {
    append("C");

    assertThrows(IllegalArgumentException.class, () -> molecule.backTo(2));
    assertThrows(IllegalArgumentException.class, () -> molecule.backTo(-1));
  }

  @Property(tries = 2000, seed = "1")
  void takesBackAnyNumberOfTokens(
      @ForAll @Size(max = 40) List<@IntRange(max = 28) Integer> before,
      @ForAll @Size(max = 20) List<@IntRange(max = 28) Integer> after) {
    GrowingMoleculeTest walk = new GrowingMoleculeTest();
    walk.appendWhatFits(before);
    String state = walk.describe();
    int mark = walk.molecule.mark();

    walk.appendWhatFits(after);
    walk.molecule.backTo(mark);

    assertEquals(state, walk.describe());
  }

  @Property(tries = 2000, seed = "1")
  void endsAsTheValidatorDoes(@ForAll @Size(max = 40) List<@IntRange(max = 28) Integer> choices) {
    GrowingMoleculeTest walk = new GrowingMoleculeTest();
    List<String> kept = walk.appendWhatFits(choices);

    SmilesProblem problem = walk.molecule.finish();

    Validity validity = Smiles.check(String.join("", kept));
    assertEquals(problem, validity instanceof Validity.Invalid invalid ? invalid.problem() : null);
  }

  private List<String> appendWhatFits(List<Integer> choices) {
    List<String> kept = new ArrayList<>();
    for (int choice : choices) {
      if (molecule.append(SmilesToken.of(ALPHABET.get(choice))) == null) {
        kept.add(ALPHABET.get(choice));
      }
    }
    return kept;
  }

  /** Everything that can be asked. */
  private String describe() {
    AtomGraph graph = molecule.graph;
    StringBuilder text = new StringBuilder();
    text.append(molecule.mark()).append(' ').append(molecule.currentAtom());
    text.append(' ').append(molecule.pendingBond()).append(' ').append(molecule.isWaitingForAtom());
    for (int i = 0; i < molecule.branchDepth(); i++) {
      text.append(" (").append(molecule.branchAtom(i));
    }
    for (int i = 0; i < molecule.openRings(); i++) {
      int number = molecule.ringNumber(i);
      text.append(" ring ").append(number).append(' ').append(molecule.ringAtom(number));
    }
    for (int atom = 0; atom < molecule.atomCount(); atom++) {
      text.append('\n').append(graph.element[atom]).append(molecule.isAromatic(atom));
      text.append(graph.degree[atom]).append(' ').append(graph.twiceOrders[atom]);
      text.append(' ').append(molecule.aromaticDegree(atom)).append(graph.charge[atom]);
      for (int other = 0; other < atom; other++) {
        text.append(graph.areJoined(atom, other) ? '1' : '0');
      }
    }
    return text.append(molecule.finish()).toString();
  }
}
