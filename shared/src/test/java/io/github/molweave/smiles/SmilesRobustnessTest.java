package io.github.molweave.smiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.smiles.Validity.Invalid;
import io.github.molweave.smiles.Validity.Valid;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts made to break it. The limits of time are thirty times what they take. */
class SmilesRobustnessTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private static Validity check(String text) {
    return assertTimeoutPreemptively(LONG, () -> Smiles.check(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "C",
        "(",
        ")",
        "[",
        "]",
        "C(",
        "c1",
        "c",
        "C=",
        "%",
        ".",
        "[C@@H](",
        "\0",
        "C1",
        "[Fe](",
        "=",
        "C1CC1",
        "[Fe]([H])",
        "%(12345)",
        "\ud800",
        "\udc00",
        "é",
        "\n",
        "C.",
        "[C@@@",
        "c1ccccc1",
        "[H]",
        "*",
        "~",
        "c1c(",
        "N(=O)",
        "[0",
        "[999999999"
      })
  void answersForAMegabyteOfAnything(String part) {
    String text = part.repeat(1_000_000 / part.length());

    if (check(text) instanceof Invalid invalid) {
      assertTrue(invalid.position() >= 0 && invalid.position() <= text.length());
      assertTrue(invalid.message().length() < 200, invalid.message());
    }
  }

  @Test
  void acceptsAHundredThousandNestedBranches() {
    int depth = 100_000;

    assertEquals(new Valid(depth + 1), check("C(".repeat(depth) + "C" + ")".repeat(depth)));
  }

  @Test
  void acceptsTenThousandRingsOpenAtOnce() {
    int count = 10_000;
    StringBuilder text = new StringBuilder();
    for (int ring = 0; ring < count; ring++) {
      text.append("C%(").append(ring).append(')');
    }
    text.append("CCC");
    for (int ring = 0; ring < count; ring++) {
      text.append("C%(").append(ring).append(')');
    }

    assertInstanceOf(Valid.class, check(text.toString()));
  }

  @Test
  void saysWhichOfTenThousandRingsIsOpen() {
    StringBuilder text = new StringBuilder("[Fe]");
    for (int ring = 0; ring < 10_000; ring++) {
      text.append("%(").append(ring).append(')');
    }

    Invalid invalid = assertInstanceOf(Invalid.class, check(text.toString()));

    assertEquals(SmilesProblem.RING_OPEN, invalid.problem());
    assertEquals(4, invalid.position());
  }

  @Test
  void foldsAHundredThousandHydrogensOfOneAtom() {
    String text = "[Fe]" + "([H])".repeat(50_000) + "(C)".repeat(50_000) + "([H])".repeat(50_000);

    assertInstanceOf(Valid.class, check(text));
  }

  @Test
  void givesALongLadderOfAromaticAtomsItsDoubleBonds() {
    assertInstanceOf(Valid.class, check("c1" + "c".repeat(99_998) + "c1"));
    assertInstanceOf(Invalid.class, check("c1" + "c".repeat(99_997) + "c1"));
  }

  /** One system of thousands of atoms with rings of all sizes: the search has to stop itself. */
  @Test
  void answersForAromaticAtomsJoinedAtRandom() {
    Random random = new Random(7);
    StringBuilder text = new StringBuilder("c");
    boolean[] open = new boolean[9000];
    for (int i = 0; i < 30_000; i++) {
      text.append("[c]");
      int ring = random.nextInt(open.length);
      open[ring] = !open[ring];
      text.append("%(").append(ring).append(')');
    }
    for (int ring = 0; ring < open.length; ring++) {
      if (open[ring]) {
        text.append("[c]%(").append(ring).append(')');
      }
    }

    check(text.toString());
  }

  @Test
  void refusesMoreAtomsThanItsLimit() {
    Invalid invalid =
        assertInstanceOf(Invalid.class, check("C".repeat(GrowingMolecule.MAX_ATOMS + 1)));

    assertEquals(SmilesProblem.TOO_LARGE, invalid.problem());
    assertEquals(GrowingMolecule.MAX_ATOMS, invalid.position());
  }

  @Test
  void keepsControlCharactersAndHalfPairsOutOfItsMessages() {
    for (String text :
        new String[] {"C\u001b[31m", "C\ud800", "C\u202e", "[\u0007]", "[A\u009b]"}) {
      Invalid invalid = assertInstanceOf(Invalid.class, check(text));

      assertTrue(invalid.message().chars().allMatch(c -> c >= 0x20 && c < 0x7f), invalid.message());
    }
  }
}
